import type { ComponentChildren } from "preact";
import { Door } from "./Door.tsx";
import { Title } from "./Title.tsx";
import type { Words } from "./words/words.ts";

interface NoticeProps {
  readonly words: Words;
  readonly title: string;
  readonly children: ComponentChildren;
}

/** A page that only has something to say: an error, or a page that is not there. */
export function Notice({ words, title, children }: NoticeProps) {
  return (
    <Door words={words}>
      <Title words={words} of={title} />
      <h1>{title}</h1>
      {children}
      <p>
        <a class="button" href="/">{words.errors.goHome}</a>
      </p>
    </Door>
  );
}
