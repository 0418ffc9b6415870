import type { Context } from "fresh";
import type { Scope } from "../clinic/clinic.ts";
import { authenticate } from "../clinic/sessions.ts";
import { define } from "./(_shared)/define.ts";
import { type House, houseOf } from "./(_shared)/house.ts";
import { personIn } from "../clinic/person.ts";
import { asHttpError, hasSessionEnded } from "./(_shared)/refused.ts";
import { noSessionCookie, sessionToken } from "./(_shared)/session_cookie.ts";
import { keptAddress, signInAddress } from "./(_shared)/sign_in_address.ts";
import { speech } from "./(_shared)/speech.ts";
import type { State } from "./(_shared)/state.ts";

/** Where one need not be signed in, nor have a password of one's own: what is not named here is closed. */
const OPEN = ["/sign-in", "/set-up", "/language", "/kept"];
/** The only pages while the password is one that somebody else set. */
const BEFORE_OWN_PASSWORD = ["/password", "/sign-out"];

/** Who asks, and whether they may: every page of the console comes through here. */
export default define.middleware(async (ctx) => {
  try {
    await identify(ctx);
    const kept = ctx.state.person ? undefined : keptAddress(ctx.req.method, ctx.url);
    if (kept !== undefined) return withReferrerPolicy(ctx.redirect(kept, 307)); // the form goes along
    const elsewhere = gate(ctx);
    const response = elsewhere === undefined ? await ctx.next() : ctx.redirect(elsewhere, 303);
    return withReferrerPolicy(response);
  } catch (error) {
    if (hasSessionEnded(error)) return signedOut(ctx); // between the first look and the verb
    throw asHttpError(error);
  }
});

async function identify(ctx: Context<State>): Promise<void> {
  const house = houseOf(ctx.info);
  const scope = await scopeOf(house, ctx.req.headers);
  const person = personIn(scope);
  Object.assign(ctx.state, { house, scope, person, ...speech(ctx.req.headers, person) });
}

async function scopeOf(house: House, headers: Headers): Promise<Scope> {
  const { clinic, source } = house;
  const token = sessionToken(house, headers);
  const actor = token === undefined ? null : await authenticate(clinic, token, "console").catch(orNobody);
  return { clinic, source, actor };
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

function signedOut(ctx: Context<State>): Response {
  const kept = keptAddress(ctx.req.method, ctx.url);
  const response = kept === undefined
    ? ctx.redirect(signInAddress(ctx.req.method, ctx.url), 303)
    : ctx.redirect(kept, 307);
  response.headers.set("set-cookie", noSessionCookie(houseOf(ctx.info)));
  return response;
}

/** With no-referrer browsers send `Origin: null` with forms, and csrf() would refuse those of older ones. */
function withReferrerPolicy(response: Response): Response {
  if (!response.headers.has("referrer-policy")) response.headers.set("referrer-policy", "same-origin");
  return response;
}
