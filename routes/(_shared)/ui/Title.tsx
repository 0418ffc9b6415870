import { Head } from "fresh/runtime";
import type { Words } from "@/routes/(_shared)/words/words.ts";

interface TitleProps {
  readonly words: Words;
  readonly text: string;
  readonly hasProblems?: boolean;
}

/** The title of the document. A page with problems says so first: screen readers read it out. */
export function Title({ words, text, hasProblems = false }: TitleProps) {
  return (
    <Head>
      <title>{`${hasProblems ? words.common.errorTitle(text) : text} – DOVMS`}</title>
    </Head>
  );
}
