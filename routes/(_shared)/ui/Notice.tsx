import type { ComponentChildren } from "preact";
import type { Person } from "@/clinic/staff/person.ts";
import { CardPage } from "./CardPage.tsx";
import { Title } from "./Title.tsx";
import { Action } from "./Action.tsx";
import { Interpolated } from "@/routes/(_shared)/words/Interpolated.tsx";
import type { Words } from "@/routes/(_shared)/words/words.ts";

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
    <CardPage words={words}>
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
    </CardPage>
  );
}

/** Home, which asks those to sign in who are not: said beforehand where it is known. */
function WayOn({ words, person, plain }: Pick<NoticeProps, "words" | "person"> & { plain: boolean }) {
  return person === null
    ? <Action href="/sign-in" label={words.common.signIn} plain={plain} />
    : <Action href="/" label={words.errors.goHome} plain={plain} />;
}
