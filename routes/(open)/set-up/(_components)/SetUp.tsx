import { ErrorSummary } from "@/routes/(_shared)/forms/ErrorSummary.tsx";
import { TextField } from "@/routes/(_shared)/forms/TextField.tsx";
import { NewPassword } from "@/routes/(_shared)/forms/NewPassword.tsx";
import type { Problem } from "@/routes/(_shared)/forms/problems.ts";
import { Title } from "@/routes/(_shared)/ui/Title.tsx";
import { Interpolated } from "@/routes/(_shared)/words/Interpolated.tsx";
import type { Words } from "@/routes/(_shared)/words/words.ts";
import { PostForm } from "@/routes/(_shared)/forms/PostForm.tsx";
import { SetUpStep } from "@/routes/(_shared)/ui/SetUpStep.tsx";

/** The set-up page: its form, or why it is closed. */
export type SetUpData = SetUpFormData | { readonly closed: "done" | "outdated" };

export interface SetUpFormData {
  readonly secret: string;
  readonly full_name: string;
  readonly username: string;
  readonly problems: readonly Problem[];
}

export function SetUpForm(
  { words, secret, full_name, username, problems }: SetUpFormData & { words: Words },
) {
  const t = words.setUp.administrator;
  return (
    <>
      <Title words={words} text={t.title} hasProblems={problems.length > 0} />
      <ErrorSummary words={words} problems={problems} />
      <SetUpStep words={words} step={1} />
      <h1>{t.title}</h1>
      <p>{t.intro}</p>
      <PostForm action="/set-up">
        <input type="hidden" name="secret" value={secret} />
        <TextField
          name="full_name"
          label={t.fullName}
          hint={t.fullNameHint}
          value={full_name}
          autocomplete="name"
          problems={problems}
        />
        <TextField
          name="username"
          label={t.username}
          hint={t.usernameHint}
          value={username}
          autocomplete="username"
          problems={problems}
        />
        <NewPassword words={words} name="password" label={t.password} problems={problems} />
        <button class="button" type="submit">{t.submit}</button>
      </PostForm>
    </>
  );
}

export function ClosedSetUp({ words, why }: { words: Words; why: "done" | "outdated" }) {
  return why === "done" ? <AlreadySetUp words={words} /> : <Outdated words={words} />;
}

function AlreadySetUp({ words }: { words: Words }) {
  const { title, why, signIn, notYou } = words.setUp.done;
  return (
    <>
      <Title words={words} text={title} />
      <h1>{title}</h1>
      <p>{why}</p>
      <p>
        <a class="button" href="/sign-in">{signIn}</a>
      </p>
      <p class="fine">
        <Interpolated text={notYou} command={<code>deno task dovms admin create</code>} />
      </p>
    </>
  );
}

function Outdated({ words }: { words: Words }) {
  const { title, why, startAgain, byCommand, haveAccount, signIn } = words.setUp.outdated;
  return (
    <>
      <Title words={words} text={title} />
      <h1>{title}</h1>
      <p>{why}</p>
      <ul>
        <li>{startAgain}</li>
        <li>
          <Interpolated
            text={byCommand}
            command={<code>deno task dovms admin create --username NAME</code>}
          />
        </li>
      </ul>
      <p>
        <Interpolated text={haveAccount} signIn={<a href="/sign-in">{signIn}</a>} />
      </p>
    </>
  );
}
