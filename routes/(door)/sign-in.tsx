import { page } from "fresh";
import type { ClinicErrorCode } from "../../clinic/errors.ts";
import { credentials, signInToConsole } from "../../clinic/sessions.ts";
import { needsSetUp } from "../../clinic/set_up.ts";
import { define } from "../(_shared)/define.ts";
import { ErrorSummary } from "../(_shared)/ErrorSummary.tsx";
import { Field } from "../(_shared)/Field.tsx";
import { readForm } from "../(_shared)/form.ts";
import { type Problem, problemsIn, problemsOf } from "../(_shared)/problems.ts";
import { sessionCookie } from "../(_shared)/session_cookie.ts";
import { localPath } from "../(_shared)/sign_in_address.ts";
import { Title } from "../(_shared)/Title.tsx";

interface SignIn {
  readonly username: string;
  readonly next: string;
  readonly problems: readonly Problem[];
}

export const handler = define.handlers({
  GET(ctx) {
    const next = localPath(ctx.url.searchParams.get("next"), ctx.url);
    if (ctx.state.person) return ctx.redirect(next, 303);
    return page<SignIn>({ username: "", next, problems: [] });
  },

  async POST(ctx) {
    const { house, scope } = ctx.state;
    const form = await readForm(ctx.req);
    const given = { username: form.text("username"), password: form.verbatim("password") };
    const next = localPath(form.text("next"), ctx.url);
    const again = (problems: readonly Problem[]) =>
      page<SignIn>({ username: given.username, next, problems }, { status: 422 });

    const checked = credentials.safeParse(given);
    if (!checked.success) return again(problemsIn(checked.error.issues, SAYINGS));
    try {
      const { token } = await signInToConsole(scope, checked.data);
      const response = ctx.redirect(next, 303);
      response.headers.set("set-cookie", sessionCookie(house, token));
      return response;
    } catch (error) {
      return again(problemsOf(error, REFUSALS));
    }
  },
});

export default define.page<typeof handler>(({ data: { username, next, problems }, state, url }) => (
  <>
    <Title of="Sign in" problem={problems.length > 0} />
    <ErrorSummary problems={problems} />
    <h1>Sign in</h1>
    {url.searchParams.has("signed-out") && <p class="done" role="status">You are signed out.</p>}
    {needsSetUp(state.house.clinic) && <NotSetUp />}
    <form method="post" action="/sign-in">
      <input type="hidden" name="next" value={next} />
      <Field
        name="username"
        label="Username"
        value={username}
        autocomplete="username"
        problems={problems}
        autofocus={problems.length === 0}
      />
      <Field
        name="password"
        label="Password"
        type="password"
        autocomplete="current-password"
        problems={problems}
      />
      <button class="button" type="submit">Sign in</button>
    </form>
    <p class="fine">Forgotten your password? Your administrator can give you a new one.</p>
  </>
));

function NotSetUp() {
  return (
    <p class="note">
      Nobody administers this clinic yet. Open the link that was printed when DOVMS was started.
    </p>
  );
}

const SAYINGS = {
  username: { too_small: "Enter your username.", too_big: "A username is shorter than that." },
  password: { too_small: "Enter your password.", too_big: "A password is shorter than that." },
};

const REFUSALS: Partial<Record<ClinicErrorCode, Problem>> = {
  invalid_credentials: { field: "username", message: "The username or the password is not right." },
  password_ended: {
    field: "password",
    message: "This password was for the first days only and has ended. Ask your administrator for a new one.",
  },
};
