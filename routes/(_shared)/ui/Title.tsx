import { Head } from "fresh/runtime";
import type { Words } from "@/routes/(_shared)/words/words.ts";

interface TitleProps {
  readonly words: Words;
  readonly of: string;
  readonly problem?: boolean;
}

/** The document's title. A page with problems says so first: it is what a screen reader reads out. */
export function Title({ words, of, problem = false }: TitleProps) {
  return (
    <Head>
      <title>{`${problem ? words.common.errorTitle(of) : of} – DOVMS`}</title>
    </Head>
  );
}
