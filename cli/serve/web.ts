import type { Clinic } from "@/clinic/clinic.ts";
import type { createApi, Failure } from "@/api/app.ts";
import { compress } from "./compress.ts";
import type { SourceOf } from "./source_address.ts";

/** The console as a handler of requests. What it needs comes in `info`, as upstream Fresh passes it on. */
export type ConsoleHandler = (request: Request, info: RequestInfo) => Response | Promise<Response>;
export interface RequestInfo extends Deno.ServeHandlerInfo {
  readonly clinic: Clinic;
  readonly source: string | null;
  readonly https: boolean;
  readonly requestId: string;
  readonly onFailure: (failure: Failure) => void;
}

/** One handler for both doors: the API, mounted first, and the console for everything else. */
export function web(
  clinic: Clinic,
  api: ReturnType<typeof createApi>,
  consoleHandler: ConsoleHandler,
  sourceOf: SourceOf,
  https: boolean,
  onFailure: (failure: Failure) => void,
): Deno.ServeHandler {
  const infoOf = (info: Deno.ServeHandlerInfo, source: string | null): RequestInfo => {
    return { ...info, clinic, source, https, requestId: crypto.randomUUID(), onFailure };
  };
  return async (request, info) => {
    // A Host that is none makes an address that is none. What is thrown here the runtime prints, address and all.
    if (!URL.canParse(request.url)) return withHeaders(new Response("Bad Request", { status: 400 }));
    const source = sourceOf(request, info.remoteAddr);
    const response = isApi(new URL(request.url).pathname)
      ? await api.fetch(request, { source })
      : await compress(request, withHeaders(await consoleHandler(request, infoOf(info, source))));
    if (https) response.headers.set("strict-transport-security", "max-age=31536000; includeSubDomains");
    return response;
  };
}

function isApi(pathname: string): boolean {
  return pathname === "/api" || pathname.startsWith("/api/") || pathname === "/healthz" ||
    pathname === "/readyz";
}

/** What holds for every page, error pages among them: the console itself sets its content security policy. */
function withHeaders(response: Response): Response {
  const answer = new Response(response.body, response); // a redirect's own headers cannot be changed
  for (const [name, value] of PAGES) if (!answer.headers.has(name)) answer.headers.set(name, value);
  return answer;
}

const PAGES: readonly [string, string][] = [
  ["cache-control", "no-store"],
  ["x-content-type-options", "nosniff"],
  ["referrer-policy", "same-origin"], // no-referrer would make our own forms say Origin: null
  ["x-frame-options", "DENY"],
  ["cross-origin-opener-policy", "same-origin"],
];
