import { page } from "fresh";
import { credentials, signInToConsole } from "../../clinic/sessions.ts";
import { define } from "../(_shared)/define.ts";
import { ErrorSummary } from "../(_shared)/ErrorSummary.tsx";
import { Field } from "../(_shared)/Field.tsx";
import { Form, readForm } from "../(_shared)/form.ts";
import { type Problem, problemsIn, problemsOf } from "../(_shared)/problems.ts";
import { sessionCookie } from "../(_shared)/session_cookie.ts";
import { localPath } from "../(_shared)/sign_in_address.ts";
import { Title } from "../(_shared)/Title.tsx";

/**
 * A form that was sent when the session had ended: the browser sends it here instead (307). It is kept in the page itself,
 * and nowhere else, until its sender has signed in again and sends it on.
 */
interface Kept {
  readonly next: string;
  /** The form, as it was sent. */
  readonly kept: string;
  readonly username: string;
  readonly problems: readonly Problem[];
  readonly signedIn: boolean;
}

export const handler = define.handlers({
  GET: (ctx) => ctx.redirect("/sign-in", 303),

  async POST(ctx) {
    const { scope, words, house } = ctx.state;
    const next = localPath(ctx.url.searchParams.get("next"), ctx.url);
    const form = await readForm(ctx.req);
    if (!form.has("kept")) {
      return page<Kept>({ next, kept: form.encoded, username: "", problems: [], signedIn: false });
    }
    const kept = form.verbatim("kept");
    const given = { username: form.text("username"), password: form.verbatim("password") };
    const again = (problems: readonly Problem[]) =>
      page<Kept>({ next, kept, username: given.username, problems, signedIn: false }, { status: 422 });
    const { signIn } = words.door;
    const checked = credentials.safeParse(given);
    if (!checked.success) return again(problemsIn(words, checked.error.issues, signIn.sayings));
    try {
      const { token } = await signInToConsole(scope, checked.data, ctx.req.headers.get("user-agent"));
      const headers = { "set-cookie": sessionCookie(house, token) };
      return page<Kept>({ next, kept, username: given.username, problems: [], signedIn: true }, { headers });
    } catch (error) {
      return again(problemsOf(words, error, {
        invalid_credentials: { field: "username", message: signIn.wrong },
        password_ended: { field: "password", message: signIn.ended },
      }));
    }
  },
});

export default define.page<typeof handler>(({ data, state: { words } }) => {
  const { next, kept, username, problems, signedIn } = data;
  const said = words.door.kept;
  if (signedIn) {
    return (
      <>
        <Title words={words} of={said.goOnTitle} />
        <h1>{said.goOnTitle}</h1>
        <p>{said.goOnWhat}</p>
        <form method="post" action={next}>
          {new Form(kept).entries.map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <button class="button" type="submit" autofocus>{said.goOn}</button>
        </form>
      </>
    );
  }
  return (
    <>
      <Title words={words} of={said.title} problem={problems.length > 0} />
      <ErrorSummary words={words} problems={problems} />
      <h1>{said.title}</h1>
      <p>{said.what}</p>
      <form method="post" action={`/kept?${new URLSearchParams({ next })}`}>
        <input type="hidden" name="kept" value={kept} />
        <Field
          name="username"
          label={words.door.signIn.username}
          value={username}
          autocomplete="username"
          problems={problems}
          autofocus={problems.length === 0}
        />
        <Field
          name="password"
          label={words.door.signIn.password}
          type="password"
          autocomplete="current-password"
          problems={problems}
        />
        <button class="button" type="submit">{words.door.signIn.submit}</button>
      </form>
    </>
  );
});
