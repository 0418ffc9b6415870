import { page } from "fresh";
import { credentials, signInToConsole } from "../../clinic/sessions.ts";
import { needsSetUp } from "../../clinic/set_up.ts";
import { define } from "../(_shared)/define.ts";
import { ErrorSummary } from "../(_shared)/ErrorSummary.tsx";
import { Field } from "../(_shared)/Field.tsx";
import { readForm } from "../(_shared)/form.ts";
import { LanguageSwitch } from "../(_shared)/LanguageSwitch.tsx";
import { type Problem, problemsIn, problemsOf } from "../(_shared)/problems.ts";
import { sessionCookie } from "../(_shared)/session_cookie.ts";
import { localPath } from "../(_shared)/sign_in_address.ts";
import type { State } from "../(_shared)/state.ts";
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
    const { house, scope, words } = ctx.state;
    const form = await readForm(ctx.req);
    const given = { username: form.text("username"), password: form.verbatim("password") };
    const next = localPath(form.text("next"), ctx.url);
    const again = (problems: readonly Problem[]) =>
      page<SignIn>({ username: given.username, next, problems }, { status: 422 });

    const checked = credentials.safeParse(given);
    if (!checked.success) return again(problemsIn(words, checked.error.issues, words.door.signIn.sayings));
    try {
      const { token } = await signInToConsole(scope, checked.data, ctx.req.headers.get("user-agent"));
      const response = ctx.redirect(next, 303);
      response.headers.set("set-cookie", sessionCookie(house, token));
      return response;
    } catch (error) {
      return again(problemsOf(words, error, refusals(ctx.state)));
    }
  },
});

export default define.page<typeof handler>(({ data: { username, next, problems }, state, url }) => {
  const { language, words } = state;
  const said = words.door.signIn;
  return (
    <>
      <Title words={words} of={said.title} problem={problems.length > 0} />
      <ErrorSummary words={words} problems={problems} />
      <h1>{said.title}</h1>
      {url.searchParams.has("signed-out") && <p class="done" role="status">{said.signedOut}</p>}
      {needsSetUp(state.house.clinic) && <p class="note">{said.notSetUp}</p>}
      <form method="post" action="/sign-in">
        <input type="hidden" name="next" value={next} />
        <Field
          name="username"
          label={said.username}
          value={username}
          autocomplete="username"
          problems={problems}
          autofocus={problems.length === 0}
        />
        <Field
          name="password"
          label={said.password}
          type="password"
          autocomplete="current-password"
          problems={problems}
        />
        <button class="button" type="submit">{said.submit}</button>
      </form>
      <p class="fine">{said.forgotten}</p>
      <LanguageSwitch language={language} next={`/sign-in?${new URLSearchParams({ next })}`} />
    </>
  );
});

function refusals({ words: { door: { signIn } } }: State) {
  return {
    invalid_credentials: { field: "username", message: signIn.wrong },
    password_ended: { field: "password", message: signIn.ended },
  };
}
