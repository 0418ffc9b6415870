import { type Context, HttpError } from "fresh";
import type { Scope } from "@/clinic/clinic.ts";
import { authenticateConsole, formTokenOf, renewConsoleSession } from "@/clinic/access/console_sessions.ts";
import { define } from "./(_shared)/define.ts";
import { FormOfAnotherSession } from "./(_shared)/form.ts";
import { type RequestInfo, requestInfoOf } from "./(_shared)/request_info.ts";
import { signedInPerson } from "@/clinic/staff/person.ts";
import { asHttpError, hasSessionEnded } from "./(_shared)/http_errors.ts";
import { cookieName, noSessionCookie, sessionCookie, sessionToken } from "./(_shared)/session_cookie.ts";
import { resumeAddress, signInAddress } from "./(_shared)/sign_in_address.ts";
import { localize } from "./(_shared)/localize.ts";
import type { CurrentSession, State } from "./(_shared)/state.ts";

/** Where one need not be signed in, nor have a password of one's own: what is not named here is closed. */
const OPEN = ["/sign-in", "/set-up", "/language", "/resume", "/stay"];
/** The only pages while the password is one that somebody else set. */
const BEFORE_OWN_PASSWORD = ["/password", "/sign-out"];

/** Who asks, and whether they may: every page of the console comes through here. */
export default define.middleware(async (ctx) => {
  try {
    requireOrigin(ctx);
    await identify(ctx);
    const kept = ctx.state.person ? undefined : resumeAddress(ctx.req.method, ctx.url);
    if (kept !== undefined) return withReferrerPolicy(ctx.redirect(kept, 307)); // the form goes along
    const elsewhere = gate(ctx);
    const response = elsewhere === undefined ? await ctx.next() : ctx.redirect(elsewhere, 303);
    return withReferrerPolicy(withNextToken(ctx, response));
  } catch (error) {
    if (hasSessionEnded(error)) return signedOut(ctx); // between the first look and the verb
    if (error instanceof FormOfAnotherSession) return askAgain(ctx);
    throw asHttpError(error);
  }
});

/**
 * A form whose browser says nothing of where it comes from is refused, as one from elsewhere is by csrf(), which lets it pass
 * on Fresh: all browsers of the last ten years say so.
 */
function requireOrigin({ req: { method, headers } }: Context<State>): void {
  if (method === "GET" || method === "HEAD") return;
  const [site, origin] = [headers.get("sec-fetch-site"), headers.get("origin")];
  if (site === "none" || site === null && origin === null) throw new HttpError(403, "No word of its origin");
}

async function identify(ctx: Context<State>): Promise<void> {
  const info = requestInfoOf(ctx.info);
  const { clinic, source } = info;
  const entered = await enter(info, ctx.req.headers);
  const scope: Scope = { clinic, source, actor: entered?.actor ?? null };
  const session = entered && await currentSession(info, entered, isOnlyLooking(ctx));
  const person = signedInPerson(scope);
  const state: State = { info, scope, session, person, ...localize(ctx.req.headers, person) };
  Object.assign(ctx.state, state);
}

type Entered = Awaited<ReturnType<typeof authenticateConsole>>;

async function enter(info: RequestInfo, headers: Headers): Promise<Entered | null> {
  const token = sessionToken(info, headers);
  return token === undefined ? null : await authenticateConsole(info.clinic, token).catch(orNobody);
}

async function currentSession(
  { clinic }: RequestInfo,
  { actor, endsAt }: Entered,
  isReadOnlyCheck: boolean,
): Promise<CurrentSession> {
  const next = isReadOnlyCheck ? undefined : await renewConsoleSession(clinic, actor, endsAt);
  return { endsAt: next?.endsAt ?? endsAt, renewed: next?.token, formToken: formTokenOf(clinic, actor) };
}

/** How long the session still lasts can be asked without its lasting longer. */
function isOnlyLooking({ req, url }: Context<State>): boolean {
  return req.method === "GET" && url.pathname === "/stay";
}

function orNobody(error: unknown): null {
  if (hasSessionEnded(error)) return null;
  throw error;
}

/** Where the request is sent instead, if it may not go on. */
function gate({ req, url, state: { person } }: Context<State>): string | undefined {
  if (OPEN.includes(url.pathname)) return undefined;
  if (!person) return signInAddress(req.method, url);
  const mustChange = person.passwordEndsAt !== null && !BEFORE_OWN_PASSWORD.includes(url.pathname);
  return mustChange ? "/password" : undefined;
}

/** Nothing typed is lost: a form from before signing in again is shown once more, to be sent by who is signed in now. */
function askAgain(ctx: Context<State>): Response {
  const kept = resumeAddress(ctx.req.method, ctx.url);
  if (kept === undefined) throw new HttpError(403, "This form was made for another session");
  return withReferrerPolicy(ctx.redirect(kept, 307));
}

function withNextToken({ state: { info, session } }: Context<State>, response: Response): Response {
  const cookie = session?.renewed && sessionCookie(info, session.renewed);
  const isSetAlready = response.headers.getSetCookie().some((line) => line.startsWith(cookieName(info)));
  if (!cookie || isSetAlready) return response;
  response.headers.append("set-cookie", cookie);
  return response;
}

function signedOut(ctx: Context<State>): Response {
  const kept = resumeAddress(ctx.req.method, ctx.url);
  const response = kept === undefined
    ? ctx.redirect(signInAddress(ctx.req.method, ctx.url), 303)
    : ctx.redirect(kept, 307);
  response.headers.set("set-cookie", noSessionCookie(requestInfoOf(ctx.info)));
  return response;
}

/** With no-referrer browsers send `Origin: null` with forms, and csrf() would refuse those of older ones. */
function withReferrerPolicy(response: Response): Response {
  if (!response.headers.has("referrer-policy")) response.headers.set("referrer-policy", "same-origin");
  return response;
}
