import type { ComponentChildren } from "preact";
import type { Person } from "@/clinic/staff/person.ts";
import { OpenPage } from "@/routes/(open)/(_components)/OpenPage.tsx";
import { Title } from "./Title.tsx";
import { Action } from "./ui/Action.tsx";
import { Interpolated } from "./words/Interpolated.tsx";
import type { Words } from "./words/words.ts";

interface NoticeProps {
  readonly words: Words;
  readonly title: string;
  /** What the reader can do. */
  readonly advice: string;
  /** What is said of the request's number, which takes the place of `{number}`. */
  readonly numbered: string;
  readonly requestId: string;
  /** Who is signed in; null where nobody is; undefined where the request was refused before that was looked at. */
  readonly person: Person | null | undefined;
  /** A first way on, before those that always are. */
  readonly children?: ComponentChildren;
}

/** A page that only says that something is not there or did not work, with a way on and the request's number. */
export function Notice({ words, title, advice, numbered, requestId, person, children }: NoticeProps) {
  return (
    <OpenPage words={words}>
      <Title words={words} of={title} />
      <h1>{title}</h1>
      <p>{advice}</p>
      <div class="actions">
        {children}
        <WayOn words={words} person={person} plain={Boolean(children)} />
      </div>
      <p class="fine">
        <Interpolated text={numbered} number={<code>{requestId}</code>} />
      </p>
    </OpenPage>
  );
}

/** Home, which asks those to sign in who are not: said beforehand where it is known. */
function WayOn({ words, person, plain }: Pick<NoticeProps, "words" | "person"> & { plain: boolean }) {
  return person === null
    ? <Action href="/sign-in" label={words.common.signIn} plain={plain} />
    : <Action href="/" label={words.errors.goHome} plain={plain} />;
}
