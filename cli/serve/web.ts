import { type Context, Hono } from "hono";
import type { createApi, Failure } from "@/api/app.ts";
import type { ClinicHandle } from "@/clinic/scope.ts";
import { compressed } from "@/http/compressed.ts";
import { noStore, securityHeaders } from "@/http/response_headers.ts";
import type { RequestInfo } from "@/routes/(_shared)/http/request_info.ts";
import type { SourceOf } from "./source_address.ts";

/** The console as a handler of requests. What it needs comes in `info`, as upstream Fresh passes it on. */
export type ConsoleHandler = (
  request: Request,
  info: Deno.ServeHandlerInfo & RequestInfo,
) => Response | Promise<Response>;

type Env = { Bindings: Deno.ServeHandlerInfo };

/** What the program answers requests with. */
export interface WebParts {
  readonly clinic: ClinicHandle;
  readonly api: ReturnType<typeof createApi>;
  readonly consoleHandler: ConsoleHandler;
  readonly sourceOf: SourceOf;
  /** Whether browsers reach the program by https, here or at a proxy in front of it. */
  readonly https: boolean;
  /** Told of every answer of 500 and above. */
  readonly onFailure: (failure: Failure) => void;
}

/** One app for both doors: the API, and the console for every other address. */
export function web(parts: WebParts): Deno.ServeHandler {
  const { api, sourceOf, https, onFailure } = parts;
  const app = new Hono<Env>({ getPath: ({ url }) => URL.parse(url)?.pathname ?? "/" });
  if (https) app.use(securityHeaders({ strictTransportSecurity: "max-age=31536000; includeSubDomains" }));
  for (const path of ["/api/*", "/healthz", "/readyz"]) {
    app.all(path, (c) => api.fetch(c.req.raw, { source: sourceOf(c.req.raw, c.env.remoteAddr) }));
  }
  app.use(noStore, pageHeaders);
  app.all("*", compressed, (c) => answerWithPage(parts, c));
  app.onError((error) => failureAnswer(error, onFailure));
  return app.fetch;
}

/** What holds for every page; the console sets the content security policy of each itself. */
const pageHeaders = securityHeaders({
  crossOriginOpenerPolicy: "same-origin",
  referrerPolicy: "same-origin", // with no-referrer browsers would send `Origin: null` with our own forms
  xContentTypeOptions: "nosniff",
  xFrameOptions: "DENY",
});

async function answerWithPage(
  { clinic, consoleHandler, sourceOf, https, onFailure }: WebParts,
  c: Context<Env>,
): Promise<Response> {
  const { req: { raw: request }, env: info } = c;
  // A Host header that is no host makes a URL that is none, and the console reads URLs.
  if (!URL.canParse(request.url)) return c.text("Bad Request", 400);
  const source = sourceOf(request, info.remoteAddr);
  const requestId = crypto.randomUUID();
  return withLength(await consoleHandler(request, { ...info, clinic, source, https, requestId, onFailure }));
}

/** A copy, because a redirect's headers cannot be changed, with the Content-Length that compression goes by. */
async function withLength(response: Response): Promise<Response> {
  if (response.body === null) return new Response(null, response);
  const body = await response.bytes();
  const copy = new Response(body, response);
  copy.headers.set("content-length", String(body.length));
  return copy;
}

/** The answer to an error that no error page answered. The runtime's own would put the error's message into its log. */
export function failureAnswer(error: unknown, onFailure: (failure: Failure) => void): Response {
  onFailure({ requestId: crypto.randomUUID(), route: "console", error });
  return new Response("Something went wrong. Nothing was half-written: please try again.", { status: 500 });
}
