import { page } from "fresh";
import { define } from "@/routes/(_shared)/define.ts";
import { ErrorSummary } from "@/routes/(_shared)/forms/ErrorSummary.tsx";
import { Form, readOpenForm } from "@/routes/(_shared)/forms/form.ts";
import type { Problem } from "@/routes/(_shared)/forms/problems.ts";
import { signInWith } from "./(_components)/sign_in.ts";
import { SignInFields } from "./(_components)/SignInFields.tsx";
import { localPath } from "@/routes/(_shared)/session/sign_in_address.ts";
import { Title } from "@/routes/(_shared)/ui/Title.tsx";
import { FormToken, PostForm } from "@/routes/(_shared)/forms/PostForm.tsx";

/**
 * A form that was sent after the session had ended: the browser sends it here instead (307). It is in this page alone until
 * its sender has signed in again and sends it on.
 */
interface ResumePageData {
  readonly next: string;
  /** The form as it was sent. */
  readonly sentForm: string;
  readonly username: string;
  readonly problems: readonly Problem[];
  /** The token to send the form with, once its sender is signed in; null before. */
  readonly formToken: string | null;
}

export const handler = define.handlers({
  GET: (ctx) => ctx.redirect("/sign-in", 303),

  async POST(ctx) {
    const next = localPath(ctx.url.searchParams.get("next"), ctx.url);
    const form = await readOpenForm(ctx.req);
    if (!form.has("kept")) {
      const formToken = ctx.state.session?.formToken ?? null; // signed in again, in another window
      return page<ResumePageData>({ next, sentForm: form.encoded, username: "", problems: [], formToken });
    }
    const fields = { next, sentForm: form.verbatim("kept"), username: form.text("username") };
    const signedIn = await signInWith(ctx, form);
    if ("problems" in signedIn) {
      return page<ResumePageData>({ ...fields, problems: signedIn.problems, formToken: null }, {
        status: 422,
      });
    }
    const headers = { "set-cookie": signedIn.cookie };
    return page<ResumePageData>({ ...fields, problems: [], formToken: signedIn.formToken }, { headers });
  },
});

export default define.page<typeof handler>(({ data, state: { words } }) => {
  const { next, sentForm, username, problems, formToken } = data;
  const t = words.signIn.resume;
  if (formToken !== null) {
    return (
      <>
        <Title words={words} text={t.signedInTitle} />
        <h1>{t.signedInTitle}</h1>
        <p>{t.signedInExplanation}</p>
        <FormToken.Provider value={formToken}>
          <PostForm action={next}>
            {new Form(sentForm).entries.map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            <button class="button" type="submit" autofocus>{t.sendNow}</button>
          </PostForm>
        </FormToken.Provider>
      </>
    );
  }
  return (
    <>
      <Title words={words} text={t.title} hasProblems={problems.length > 0} />
      <ErrorSummary words={words} problems={problems} />
      <h1>{t.title}</h1>
      <p>{t.explanation}</p>
      <PostForm action={`/resume?${new URLSearchParams({ next })}`}>
        <input type="hidden" name="kept" value={sentForm} />
        <SignInFields words={words} username={username} problems={problems} />
      </PostForm>
    </>
  );
});
