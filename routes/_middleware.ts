import { type Context, HttpError } from "fresh";
import { define } from "./(_shared)/define.ts";
import { FormOfAnotherSession } from "./(_shared)/forms/form.ts";
import { asHttpError, hasSessionEnded } from "./(_shared)/http/http_errors.ts";
import { requestInfoOf } from "./(_shared)/http/request_info.ts";
import { cookieName, noSessionCookie, sessionCookie } from "./(_shared)/session/session_cookie.ts";
import { requireSignIn } from "./(_shared)/session/require_sign_in.ts";
import { toResume, toSignIn } from "./(_shared)/session/sign_in_address.ts";
import { identify } from "./(_shared)/session/visitor.ts";
import type { State } from "./(_shared)/state.ts";
import { localize } from "./(_shared)/words/localize.ts";

/**
 * What every request of the console needs. Whether it may go on is for the guard of its folder to say, (open)/_middleware.ts
 * or (desk)/_middleware.ts: a page that lies in neither is closed.
 */
export default define.middleware(async (ctx) => {
  const response = await answer(ctx);
  return withReferrerPolicy(withNextToken(ctx, response));
});

async function answer(ctx: Context<State>): Promise<Response> {
  try {
    requireOrigin(ctx);
    await prepare(ctx);
    return await guarded(ctx);
  } catch (error) {
    if (hasSessionEnded(error)) return signedOut(ctx); // after the cookie was read, before the page was made
    if (error instanceof FormOfAnotherSession) return askAgain(ctx);
    throw asHttpError(error);
  }
}

/**
 * Refuses a form whose browser does not say where it comes from. csrf() refuses those from elsewhere, but on Fresh lets
 * this one pass; all browsers of the last ten years say so.
 */
function requireOrigin({ req: { method, headers } }: Context<State>): void {
  if (method === "GET" || method === "HEAD") return;
  const [site, origin] = [headers.get("sec-fetch-site"), headers.get("origin")];
  if (site === "none" || site === null && origin === null) throw new HttpError(403, "No origin");
}

async function prepare(ctx: Context<State>): Promise<void> {
  const info = requestInfoOf(ctx.info);
  const { clinic, source } = info;
  const visitor = await identify(info, ctx.req.headers, !isOnlyAskingTimeLeft(ctx));
  const state: State = {
    info,
    visitor,
    ...localize(ctx.req.headers, visitor?.person),
    isGuarded: false,
    scope: { clinic, source, actor: null },
    person: null,
    session: null,
  };
  Object.assign(ctx.state, state);
}

/** How long the session still lasts can be asked without making it last longer. */
function isOnlyAskingTimeLeft({ req, url }: Context<State>): boolean {
  return req.method === "GET" && url.pathname === "/stay";
}

/** The page's answer, if a guard stands before it. Otherwise the page is closed, as if it did not exist. */
async function guarded(ctx: Context<State>): Promise<Response> {
  const response = await ctx.next().catch((error) => {
    if (ctx.state.isGuarded) throw error;
  });
  if (response && ctx.state.isGuarded) return response;
  const refusal = requireSignIn(ctx);
  if (refusal) return refusal;
  throw new HttpError(404, "Not Found");
}

/** Nothing typed is lost: a form from before signing in again is shown once more, to be sent by who is signed in now. */
function askAgain(ctx: Context<State>): Response {
  const response = toResume(ctx);
  if (!response) throw new HttpError(403, "This form was made for another session");
  return response;
}

function signedOut(ctx: Context<State>): Response {
  const response = toSignIn(ctx);
  response.headers.set("set-cookie", noSessionCookie(requestInfoOf(ctx.info)));
  return response;
}

function withNextToken({ state: { info, visitor } }: Context<State>, response: Response): Response {
  const cookie = visitor?.session.renewed && sessionCookie(info, visitor.session.renewed);
  const isSetAlready = response.headers.getSetCookie().some((line) => line.startsWith(cookieName(info)));
  if (!cookie || isSetAlready) return response;
  response.headers.append("set-cookie", cookie);
  return response;
}

/** With no-referrer browsers send `Origin: null` with forms, and csrf() would refuse those of older ones. */
function withReferrerPolicy(response: Response): Response {
  if (!response.headers.has("referrer-policy")) response.headers.set("referrer-policy", "same-origin");
  return response;
}
