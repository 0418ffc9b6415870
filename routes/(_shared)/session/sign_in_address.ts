import type { Context } from "fresh";
import type { State } from "@/routes/(_shared)/state.ts";

/** Forms in which people type what they must not lose. Passwords are not among them. */
const RESUMABLE = /^\/(?:patients|visits|departments|staff|set-up\/department)(?:\/|$)/;

/** Leads to signing in, and from there back to the page, or on with the form that was sent. */
export function toSignIn(ctx: Context<State>): Response {
  return toResume(ctx) ?? ctx.redirect(signInAddress(ctx.req.method, ctx.url), 303);
}

/** Leads a form that was sent without its session to /resume; undefined where nothing typed could be lost. */
export function toResume(ctx: Context<State>): Response | undefined {
  const { req: { method }, url: { pathname, search } } = ctx;
  if (method !== "POST" || !RESUMABLE.test(pathname)) return undefined;
  return ctx.redirect(`/resume?${new URLSearchParams({ next: pathname + search })}`, 307); // the form goes along
}

function signInAddress(method: string, { pathname, search }: URL): string {
  const back = pathname + search;
  if (method !== "GET" || back === "/") return "/sign-in";
  return `/sign-in?${new URLSearchParams({ next: back })}`;
}

/** `next` if it is a path of this site, else the home page: a link must not lead through the sign-in page elsewhere. */
export function localPath(next: string | null, { origin }: URL): string {
  if (!next?.startsWith("/") || !URL.canParse(next, origin)) return "/";
  const target = new URL(next, origin);
  const path = target.pathname + target.search;
  return target.origin === origin && !path.startsWith("//") ? path : "/"; // "/.//host" has the path //host
}
