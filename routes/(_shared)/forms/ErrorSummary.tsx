import type { Problem } from "./problems.ts";
import type { Words } from "@/routes/(_shared)/words/words.ts";

interface ErrorSummaryProps {
  readonly words: Words;
  readonly problems: readonly Problem[];
}

/** What has to be corrected, each linked to its field. It takes the focus, without a script, so that it is read first. */
export function ErrorSummary({ words, problems }: ErrorSummaryProps) {
  if (problems.length === 0) return null;
  return (
    <div class="summary" role="alert" aria-labelledby="summary-title" tabIndex={-1} autofocus>
      <h2 id="summary-title">{words.formProblems.summary(problems.length)}</h2>
      <ul>
        {problems.map(({ field, message }) => (
          <li key={field}>
            <a href={`#${field}`}>{message}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
