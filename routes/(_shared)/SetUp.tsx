import { ErrorSummary } from "./ErrorSummary.tsx";
import { Field } from "./Field.tsx";
import { NewPassword } from "./NewPassword.tsx";
import type { Problem } from "./problems.ts";
import { Title } from "./Title.tsx";

/** The set-up page: its form, or why it is closed. */
export type SetUpData = SetUpGiven | { readonly closed: "done" | "outdated" };

export interface SetUpGiven {
  readonly secret: string;
  readonly full_name: string;
  readonly username: string;
  readonly problems: readonly Problem[];
}

export function SetUpForm({ secret, full_name, username, problems }: SetUpGiven) {
  return (
    <>
      <Title of="Set up your clinic" problem={problems.length > 0} />
      <ErrorSummary problems={problems} />
      <h1>Set up your clinic</h1>
      <p>
        You become its first administrator: you add departments and staff, and can do everything they can.
      </p>
      <form method="post" action="/set-up">
        <input type="hidden" name="secret" value={secret} />
        <Field
          name="full_name"
          label="Your full name"
          hint="As your colleagues know you."
          value={full_name}
          autocomplete="name"
          problems={problems}
        />
        <Field
          name="username"
          label="Username"
          hint="To sign in with. Letters and digits, without spaces."
          value={username}
          autocomplete="username"
          problems={problems}
        />
        <NewPassword name="password" label="Password" problems={problems} />
        <button class="button" type="submit">Set up and sign in</button>
      </form>
    </>
  );
}

export function ClosedSetUp({ why }: { why: "done" | "outdated" }) {
  return why === "done" ? <AlreadySetUp /> : <Outdated />;
}

function AlreadySetUp() {
  return (
    <>
      <Title of="This clinic is set up" />
      <h1>This clinic is set up</h1>
      <p>It has an administrator already, so the link has done its work.</p>
      <p>
        <a class="button" href="/sign-in">Sign in</a>
      </p>
      <p class="fine">
        Was it not you or somebody you know? On the clinic’s computer,{" "}
        <code>deno task dovms admin create</code> makes you an administrator.
      </p>
    </>
  );
}

function Outdated() {
  return (
    <>
      <Title of="This link does not open" />
      <h1>This link does not open</h1>
      <p>A set-up link works once, and for 30 minutes after DOVMS was started. There are two ways on:</p>
      <ul>
        <li>Stop DOVMS and start it again: it prints a new link. Copy the whole of it.</li>
        <li>
          Or run <code>deno task dovms admin create --username NAME</code>{" "}
          on the computer that DOVMS runs on, and sign in with the password it prints.
        </li>
      </ul>
      <p>
        <a href="/sign-in">Sign in</a> if you have an account already.
      </p>
    </>
  );
}
