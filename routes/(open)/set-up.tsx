import { type Context, page } from "fresh";
import type { ClinicHandle } from "@/clinic/scope.ts";
import { ClinicError } from "@/clinic/errors.ts";
import { firstAdministrator, isSetUpOpen, needsSetUp, setUpByLink } from "@/clinic/staff/set_up.ts";
import { define } from "@/routes/(_shared)/define.ts";
import { type Form, readOpenForm } from "@/routes/(_shared)/forms/form.ts";
import { checkRepeated } from "@/routes/(_shared)/forms/NewPassword.tsx";
import { LanguageSwitch } from "@/routes/(_shared)/words/LanguageSwitch.tsx";
import { type Problem, problemsIn, problemsOf } from "@/routes/(_shared)/forms/problems.ts";
import { sessionCookie } from "@/routes/(_shared)/session/session_cookie.ts";
import { ClosedSetUp, type SetUpData, SetUpForm } from "./set-up/(_components)/SetUp.tsx";
import type { State } from "@/routes/(_shared)/state.ts";

// The address of this page holds the secret: it must not be sent as a referrer, not even to this site's own files.
const HEADERS = { "referrer-policy": "strict-origin" };

/**
 * Makes the first administrator, by the link that is printed at the start: the first of three steps. The others need
 * somebody signed in, and lie in (desk)/set-up/. From here on the secret is a hidden field, and in no address.
 */
export const handler = define.handlers({
  GET({ url, state: { info: { clinic } } }) {
    const secret = url.searchParams.get("secret") ?? "";
    if (!isSetUpOpen(clinic, secret)) return closed(clinic);
    return page<SetUpData>({ secret, full_name: "", username: "", problems: [] }, { headers: HEADERS });
  },

  async POST(ctx) {
    const { clinic } = ctx.state.info;
    const form = await readOpenForm(ctx.req);
    const secret = form.verbatim("secret");
    if (!isSetUpOpen(clinic, secret)) return closed(clinic);
    const problems = await setUpAndSignIn(ctx, secret, form);
    if (problems instanceof Response) return problems;
    const [full_name, username] = [form.text("full_name"), form.text("username")];
    return page<SetUpData>({ secret, full_name, username, problems }, { status: 422, headers: HEADERS });
  },
});

export default define.page<typeof handler>(({ data, state: { language, words } }) => {
  if ("closed" in data) return <ClosedSetUp words={words} why={data.closed} />;
  return (
    <>
      <SetUpForm words={words} {...data} />
      <LanguageSwitch
        language={language}
        next={`/set-up?${new URLSearchParams({ secret: data.secret })}`}
      />
    </>
  );
});

function closed(clinic: ClinicHandle) {
  const why = needsSetUp(clinic) ? "outdated" : "done";
  return page<SetUpData>({ closed: why }, { status: 404, headers: HEADERS });
}

/** Makes the administrator and signs them in, or says what is wrong with the form. */
async function setUpAndSignIn(
  ctx: Context<State>,
  secret: string,
  form: Form,
): Promise<Response | Problem[]> {
  const { words } = ctx.state;
  const input = {
    full_name: form.text("full_name"),
    username: form.text("username"),
    password: form.verbatim("password"),
  };
  const checked = firstAdministrator.safeParse(input);
  const refused = problemsIn(words, checked.error?.issues ?? [], words.setUp.administrator.fieldMessages);
  const problems = [...refused, ...checkRepeated(words, form, input.password)];
  if (!checked.success || problems.length > 0) return problems;
  try {
    const userAgent = ctx.req.headers.get("user-agent");
    const { token } = await setUpByLink(ctx.state.scope, secret, checked.data, userAgent);
    const response = ctx.redirect("/set-up/department", 303);
    response.headers.set("set-cookie", sessionCookie(ctx.state.info, token));
    return response;
  } catch (error) {
    if (isLinkUsed(error)) return ctx.redirect("/sign-in", 303);
    return problemsOf(words, error);
  }
}

/** Somebody else used the link, or there is an administrator by other means, since this form was opened. */
function isLinkUsed(error: unknown): boolean {
  return error instanceof ClinicError && (error.code === "already_set_up" || error.code === "not_found");
}
