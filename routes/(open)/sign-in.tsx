import { page } from "fresh";
import { needsSetUp } from "@/clinic/staff/set_up.ts";
import { define } from "@/routes/(_shared)/define.ts";
import { ErrorSummary } from "@/routes/(_shared)/forms/ErrorSummary.tsx";
import { readOpenForm } from "@/routes/(_shared)/forms/form.ts";
import { LanguageSwitch } from "@/routes/(_shared)/words/LanguageSwitch.tsx";
import type { Problem } from "@/routes/(_shared)/forms/problems.ts";
import { signInWith } from "./(_components)/sign_in.ts";
import { SignInFields } from "./(_components)/SignInFields.tsx";
import { localPath } from "@/routes/(_shared)/session/sign_in_address.ts";
import { Title } from "@/routes/(_shared)/ui/Title.tsx";
import { PostForm } from "@/routes/(_shared)/forms/PostForm.tsx";

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
    const form = await readOpenForm(ctx.req);
    const next = localPath(form.text("next"), ctx.url);
    const signedIn = await signInWith(ctx, form);
    if ("problems" in signedIn) {
      const { problems } = signedIn;
      return page<SignIn>({ username: form.text("username"), next, problems }, { status: 422 });
    }
    const response = ctx.redirect(next, 303);
    response.headers.set("set-cookie", signedIn.cookie);
    return response;
  },
});

export default define.page<typeof handler>(({ data: { username, next, problems }, state, url }) => {
  const { language, words } = state;
  const t = words.signIn;
  return (
    <>
      <Title words={words} text={t.title} hasProblems={problems.length > 0} />
      <ErrorSummary words={words} problems={problems} />
      <h1>{t.title}</h1>
      {url.searchParams.has("signed-out") && <p class="done" role="status">{t.signedOut}</p>}
      {needsSetUp(state.info.clinic) && <p class="note">{t.notSetUp}</p>}
      <PostForm action="/sign-in">
        <input type="hidden" name="next" value={next} />
        <SignInFields words={words} username={username} problems={problems} />
      </PostForm>
      <p class="fine">{t.forgotten}</p>
      <LanguageSwitch language={language} next={`/sign-in?${new URLSearchParams({ next })}`} />
    </>
  );
});
