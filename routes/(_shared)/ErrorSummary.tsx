import type { Problem } from "./problems.ts";

/** What has to be put right, each linked to its field. It takes the focus, with no script, so that it is read first. */
export function ErrorSummary({ problems }: { problems: readonly Problem[] }) {
  if (problems.length === 0) return null;
  return (
    <div class="summary" role="alert" aria-labelledby="summary-title" tabIndex={-1} autofocus>
      <h2 id="summary-title">
        {problems.length === 1 ? "One thing to put right" : "Some things to put right"}
      </h2>
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
