import type { Context } from "../request/context.ts";
import { HttpError } from "../http_error.ts";
import type { Middleware } from "../request/handler_types.ts";

/** `origin` is the other origins that may send forms: one, several, or a function that decides. */
export interface CsrfOptions<State> {
  origin?: string | string[] | ((origin: string, ctx: Context<State>) => boolean);
}

// The safe methods of RFC 9110, section 9.2.1; TRACE never reaches a handler.
const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Refuses (403) a request that may change something unless the browser says that it comes from this site:
 * `Sec-Fetch-Site: same-origin`, or, where the browser sends none (plain http on a local network), an `Origin` equal to
 * the request's own. Neither header means refused.
 */
export function csrf<State>(options: CsrfOptions<State> = {}): Middleware<State> {
  return (ctx) => {
    if (SAFE_METHODS.has(ctx.req.method) || isSameOrigin(ctx) || isTrusted(ctx, options.origin)) {
      return ctx.next();
    }
    throw new HttpError(403, "This form was not sent from this site");
  };
}

function isSameOrigin<State>(ctx: Context<State>): boolean {
  const site = ctx.req.headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin";
  return ctx.req.headers.get("origin") === ctx.url.origin;
}

function isTrusted<State>(ctx: Context<State>, trusted: CsrfOptions<State>["origin"]): boolean {
  const origin = ctx.req.headers.get("origin");
  if (origin === null || trusted === undefined) return false;
  if (typeof trusted === "function") return trusted(origin, ctx);
  return [trusted].flat().includes(origin);
}
