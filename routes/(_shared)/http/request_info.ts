import type { ClinicHandle } from "@/clinic/scope.ts";

// This folder is what lies between a page and HTTP: what comes along with a request, what its address says, how errors become
// statuses, and the policy that a page is sent with.

/** What whoever serves the console passes along with each request, as the context's `info`. */
export interface RequestInfo {
  readonly clinic: ClinicHandle;
  /** The address the request came from. */
  readonly source: string | null;
  /** Whether browsers reach the console by https, here or at the proxy in front of it. */
  readonly https: boolean;
  /** Names this request on an error page and in the log. */
  readonly requestId: string;
  /** Called for every error page of 500 and above. */
  readonly onFailure: (failure: { requestId: string; route: string; error: unknown }) => void;
}

/** What came along with a request. Fresh types only what Deno puts there. @throws TypeError where it was not passed along */
export function requestInfoOf(info: Deno.ServeHandlerInfo): RequestInfo {
  if (!isRequestInfo(info)) throw new TypeError("The console was served without its RequestInfo");
  return info;
}

function isRequestInfo(info: object): info is RequestInfo {
  return "clinic" in info && "requestId" in info;
}

/** The console's origin as browsers see it: behind a proxy the request itself says http. */
function originOf({ https }: RequestInfo, { host }: URL): string {
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
