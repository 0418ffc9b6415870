import type { Context } from "fresh";
import { authenticateConsole, formTokenOf, signInToConsole } from "@/clinic/access/console_sessions.ts";
import { credentials } from "@/clinic/access/sessions.ts";
import type { Form } from "@/routes/(_shared)/forms/form.ts";
import { type Problem, problemsIn, problemsOf } from "@/routes/(_shared)/forms/problems.ts";
import { sessionCookie } from "@/routes/(_shared)/session/session_cookie.ts";
import type { State } from "@/routes/(_shared)/state.ts";

/** Signs in with the username and password of a form. Returns the cookie and the token for its forms, or the problems. */
export async function signInWith(
  { req, state: { scope, words, info } }: Context<State>,
  form: Form,
): Promise<SignedIn | { readonly problems: readonly Problem[] }> {
  const { signIn } = words;
  const input = { username: form.text("username"), password: form.verbatim("password") };
  const checked = credentials.safeParse(input);
  if (!checked.success) return { problems: problemsIn(words, checked.error.issues, signIn.fieldMessages) };
  try {
    const { token } = await signInToConsole(scope, checked.data, req.headers.get("user-agent"));
    const { actor } = await authenticateConsole(scope.clinic, token);
    return { cookie: sessionCookie(info, token), formToken: formTokenOf(scope.clinic, actor) };
  } catch (error) {
    const problems = problemsOf(words, error, {
      invalid_credentials: { field: "username", message: signIn.wrong },
      password_ended: { field: "password", message: signIn.ended },
    });
    return { problems };
  }
}

export interface SignedIn {
  readonly cookie: string;
  readonly formToken: string;
}
