/**
 * The JSON API. In this folder is one file a resource, each a list of endpoints (endpoints.ts says how to add one); in http/
 * what every endpoint passes through, in openapi/ and docs/ what is written from the table of endpoints. No rule of the
 * clinic is here: an endpoint parses, calls one verb and answers.
 */
import { Hono, type MiddlewareHandler } from "hono";
import { cors } from "hono/cors";
import type { ClinicHandle } from "@/clinic/scope.ts";
import { ApiError } from "./http/api_error.ts";
import { docsRoutes } from "./docs/routes.ts";
import { endpoints } from "./endpoints.ts";
import { health } from "./health.ts";
import { problemAnswer, problemOf } from "./http/problem_answer.ts";
import { problems } from "./http/problems.ts";
import { type ApiEnv, routes } from "./http/router.ts";
import { noStore, securityHeaders } from "@/http/response_headers.ts";

/** How the API is run. */
export interface ApiSettings {
  readonly version: string;
  /** Origins whose pages may call the API; none unless configured. */
  readonly corsOrigins: readonly string[];
  /** Is called for every answer of 500 and above, and for a list that breaks off. */
  readonly onFailure: (failure: Failure) => void;
}

/** What is logged of an answer that failed: no address and no body, which may name a patient. */
export interface Failure {
  readonly requestId: string;
  readonly route: string;
  readonly error: unknown;
}

/** The whole API: the routes of the table, the documentation, the health checks, and what every answer has. */
export function createApi(clinic: ClinicHandle, settings: ApiSettings): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>({ getPath });
  app.use(async (c, next) => {
    const requestId = crypto.randomUUID();
    c.set("requestId", requestId);
    c.set("reportFailure", (error) => settings.onFailure({ requestId, route: c.req.routePath, error }));
    await next();
    c.res.headers.set("x-request-id", c.get("requestId"));
  });
  app.use(noStore, answerHeaders);
  if (settings.corsOrigins.length > 0) app.use("/api/*", crossOrigin(settings.corsOrigins));
  app.route("/", health(clinic));
  app.route("/", docsRoutes(endpoints, settings.version));
  app.route("/", routes(clinic, endpoints));
  app.notFound((c) => problemAnswer(problemOf(new ApiError("route_not_found")), c.get("requestId")));
  app.onError((error, c) => {
    const problem = problemOf(error);
    const requestId = c.get("requestId");
    if (problems[problem.code].status >= 500) {
      settings.onFailure({ requestId, route: c.req.routePath, error });
    }
    return problemAnswer(problem, requestId);
  });
  return app;
}

/** Answers are data: no browser guesses their type, shows them in a frame, or lets them load anything. */
const answerHeaders = securityHeaders({
  contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
  crossOriginResourcePolicy: "same-origin",
  referrerPolicy: "no-referrer",
  xContentTypeOptions: "nosniff",
  xFrameOptions: "DENY",
});

/** Paths work with and without the slash at their end, for every method and without a redirect: a missing one is added. */
function getPath(request: Request): string {
  const { pathname } = new URL(request.url);
  return /^\/api\/(?!docs\/|openapi\.json$).*[^/]$/.test(pathname) ? `${pathname}/` : pathname;
}

/** CORS for pages of these origins. Other origins are answered as if there were no CORS, OPTIONS included. */
function crossOrigin(origins: readonly string[]): MiddlewareHandler<ApiEnv> {
  const allow = cors({
    origin: [...origins],
    allowMethods: ["GET", "HEAD", "POST", "PUT", "PATCH"],
    allowHeaders: ["Authorization", "Content-Type", "If-Match"],
    exposeHeaders: ["Link", "X-Total-Count", "ETag", "Location"],
    maxAge: 600,
  });
  return async (c, next) => {
    if (origins.includes(c.req.header("origin") ?? "")) return await allow(c, next);
    await next();
    c.res.headers.append("vary", "Origin");
  };
}
