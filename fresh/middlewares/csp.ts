import type { Middleware } from "../request/handler_types.ts";
import { internals } from "../request/internals.ts";

export interface CSPOptions {
  /** Allow inline scripts and styles by a nonce, a new one for each request, instead of all of them. */
  useNonce?: boolean;
  /** Directives that are added to the defaults or, by name, replace them. */
  csp?: string[];
}

// Without upgrade-insecure-requests, which would break a clinic's plain http on its own network.
const DEFAULTS = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
];

/**
 * Sets Content-Security-Policy. With `useNonce`, `'unsafe-inline'` becomes `'nonce-…'` everywhere, and the inline
 * scripts and styles that a page renders carry that nonce. An error page does not pass through it: the host sets its headers.
 */
export function csp<State>(options: CSPOptions = {}): Middleware<State> {
  const policy = merge(DEFAULTS, options.csp ?? []);
  return async (ctx) => {
    if (!options.useNonce) return withPolicy(await ctx.next(), policy);
    const nonce = crypto.getRandomValues(new Uint8Array(16)).toBase64();
    ctx[internals].nonce = nonce;
    return withPolicy(await ctx.next(), policy.replaceAll("'unsafe-inline'", `'nonce-${nonce}'`));
  };
}

function merge(defaults: string[], overrides: string[]): string {
  const directives = new Map(
    [...defaults, ...overrides].map((directive) => [nameOf(directive), directive.trim()]),
  );
  return [...directives.values()].join("; ");
}

function nameOf(directive: string): string {
  return directive.trim().split(/\s/, 1)[0]?.toLowerCase() ?? "";
}

/** A copy, because the headers of some responses (`Response.redirect`, `fetch`) cannot be changed. */
function withPolicy(response: Response, policy: string): Response {
  const copy = new Response(response.body, response);
  copy.headers.set("content-security-policy", policy);
  return copy;
}
