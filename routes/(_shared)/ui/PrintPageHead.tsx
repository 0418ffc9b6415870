import PrintButton from "@/islands/PrintButton.tsx";
import { Crumbs } from "./Crumbs.tsx";
import type { Words } from "@/routes/(_shared)/words/words.ts";

interface PrintPageHeadProps {
  readonly words: Words;
  readonly title: string;
  /** The size of paper that it is for. */
  readonly paper: string;
  /** The page that it is reached from. */
  readonly back: { readonly href: string; readonly label: string };
}

/** The top of a page to be printed, on the screen alone: the link back, and how to print it. */
export function PrintPageHead({ words, title, paper, back }: PrintPageHeadProps) {
  const t = words.print;
  return (
    <>
      <Crumbs {...back} />
      <div class="page-head screen">
        <div>
          <h1>{title}</h1>
          <p class="lead">{paper} {t.printHint}</p>
        </div>
        <div class="actions">
          <PrintButton label={words.common.print} />
        </div>
      </div>
    </>
  );
}
