import type { ComponentChildren } from "preact";
import type { SignedInPerson } from "@/clinic/staff/signed_in_person.ts";
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
  /** A sentence about the number of the request, which takes the place of `{number}`. */
  readonly requestText: string;
  readonly requestId: string;
  /** Who is signed in; null for nobody; undefined where the request was refused before that was known. */
  readonly person: SignedInPerson | null | undefined;
  /** An action before the one that is always there. */
  readonly children?: ComponentChildren;
}

/** A page that only says that something is not there or did not work, with a link to continue and the number of the request. */
export function Notice({ words, title, advice, requestText, requestId, person, children }: NoticeProps) {
  return (
    <CardPage words={words}>
      <Title words={words} text={title} />
      <h1>{title}</h1>
      <p>{advice}</p>
      <div class="actions">
        {children}
        <NextStep words={words} person={person} plain={Boolean(children)} />
      </div>
      <p class="fine">
        <Interpolated text={requestText} number={<code>{requestId}</code>} />
      </p>
    </CardPage>
  );
}

/** Signing in for those who are known not to be signed in; else home, which asks for it where needed. */
function NextStep({ words, person, plain }: Pick<NoticeProps, "words" | "person"> & { plain: boolean }) {
  return person === null
    ? <Action href="/sign-in" label={words.common.signIn} plain={plain} />
    : <Action href="/" label={words.errorPages.goHome} plain={plain} />;
}
