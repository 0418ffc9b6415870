import type { Clinic } from "@/clinic/clinic.ts";

/** What whoever serves the console passes along with each request, as the context's `info`. */
export interface RequestInfo {
  readonly clinic: Clinic;
  /** The address the request came from. */
  readonly source: string | null;
  /** Whether browsers reach the console by https, here or at the proxy in front of it. */
  readonly https: boolean;
  /** Names this request on an error page and in the log. */
  readonly requestId: string;
  /** Told of every error page of 500 and above. */
  readonly onFailure: (failure: { requestId: string; route: string; error: unknown }) => void;
}

/** The one place that knows what else is in `ctx.info`: Fresh types only what Deno puts there. */
export function requestInfoOf(info: Deno.ServeHandlerInfo): RequestInfo {
  return info as unknown as RequestInfo;
}

/** The console's origin as browsers see it: behind a proxy the request itself says http. */
export function originOf({ https }: RequestInfo, { host }: URL): string {
  return `${https ? "https" : "http"}://${host}`;
}

/**
 * For csrf(): whether a form comes from this console, where the browser is too old to say so itself (Sec-Fetch-Site) and a
 * proxy speaks http to us, so that the request's own origin is not the one its Origin names.
 */
export function isOwnOrigin(origin: string, { req, url, info }: OfRequest): boolean {
  return !req.headers.has("sec-fetch-site") && origin === originOf(requestInfoOf(info), url);
}

interface OfRequest {
  readonly req: Request;
  readonly url: URL;
  readonly info: Deno.ServeHandlerInfo;
}
