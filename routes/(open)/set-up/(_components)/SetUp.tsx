import { ErrorSummary } from "@/routes/(_shared)/ErrorSummary.tsx";
import { Field } from "@/routes/(_shared)/Field.tsx";
import { NewPassword } from "@/routes/(_shared)/NewPassword.tsx";
import type { Problem } from "@/routes/(_shared)/problems.ts";
import { Title } from "@/routes/(_shared)/Title.tsx";
import { Said } from "@/routes/(_shared)/words/Said.tsx";
import type { Words } from "@/routes/(_shared)/words/words.ts";
import { PostForm } from "@/routes/(_shared)/PostForm.tsx";
import { SetUpStep } from "@/routes/(_shared)/SetUpStep.tsx";

/** The set-up page: its form, or why it is closed. */
export type SetUpData = SetUpGiven | { readonly closed: "done" | "outdated" };

export interface SetUpGiven {
  readonly secret: string;
  readonly full_name: string;
  readonly username: string;
  readonly problems: readonly Problem[];
}

export function SetUpForm({ words, secret, full_name, username, problems }: SetUpGiven & { words: Words }) {
  const said = words.door.setUp;
  return (
    <>
      <Title words={words} of={said.title} problem={problems.length > 0} />
      <ErrorSummary words={words} problems={problems} />
      <SetUpStep words={words} step={1} />
      <h1>{said.title}</h1>
      <p>{said.intro}</p>
      <PostForm action="/set-up">
        <input type="hidden" name="secret" value={secret} />
        <Field
          name="full_name"
          label={said.fullName}
          hint={said.fullNameHint}
          value={full_name}
          autocomplete="name"
          problems={problems}
        />
        <Field
          name="username"
          label={said.username}
          hint={said.usernameHint}
          value={username}
          autocomplete="username"
          problems={problems}
        />
        <NewPassword words={words} name="password" label={said.password} problems={problems} />
        <button class="button" type="submit">{said.submit}</button>
      </PostForm>
    </>
  );
}

export function ClosedSetUp({ words, why }: { words: Words; why: "done" | "outdated" }) {
  return why === "done" ? <AlreadySetUp words={words} /> : <Outdated words={words} />;
}

function AlreadySetUp({ words }: { words: Words }) {
  const { title, why, signIn, notYou } = words.door.setUpDone;
  return (
    <>
      <Title words={words} of={title} />
      <h1>{title}</h1>
      <p>{why}</p>
      <p>
        <a class="button" href="/sign-in">{signIn}</a>
      </p>
      <p class="fine">
        <Said text={notYou} command={<code>deno task dovms admin create</code>} />
      </p>
    </>
  );
}

function Outdated({ words }: { words: Words }) {
  const { title, why, startAgain, byCommand, haveAccount, signIn } = words.door.setUpOutdated;
  return (
    <>
      <Title words={words} of={title} />
      <h1>{title}</h1>
      <p>{why}</p>
      <ul>
        <li>{startAgain}</li>
        <li>
          <Said text={byCommand} command={<code>deno task dovms admin create --username NAME</code>} />
        </li>
      </ul>
      <p>
        <Said text={haveAccount} signIn={<a href="/sign-in">{signIn}</a>} />
      </p>
    </>
  );
}
