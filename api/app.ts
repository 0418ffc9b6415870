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
  /** Told of every answer of 500 and above: the request's id, its route and the kind of error. */
  readonly onFailure: (failure: Failure) => void;
}

export interface Failure {
  readonly requestId: string;
  readonly route: string;
  readonly error: unknown;
}

/** The whole API: the table's routes, the reference, the health checks, and what holds for every answer. */
export function createApi(clinic: ClinicHandle, settings: ApiSettings): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>({ getPath });
  app.use(async (c, next) => {
    const requestId = crypto.randomUUID();
    c.set("requestId", requestId);
    c.set("failed", (error) => settings.onFailure({ requestId, route: c.req.routePath, error }));
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

/** Both spellings of a path work, for every method and with no redirect: a missing slash is added to the API's paths. */
function getPath(request: Request): string {
  const { pathname } = new URL(request.url);
  return /^\/api\/(?!docs\/|openapi\.json$).*[^/]$/.test(pathname) ? `${pathname}/` : pathname;
}

/** For pages of these origins alone. Whoever else asks is answered as if there were none, to OPTIONS too. */
function crossOrigin(origins: readonly string[]): MiddlewareHandler<ApiEnv> {
  const answer = cors({
    origin: [...origins],
    allowMethods: ["GET", "HEAD", "POST", "PUT", "PATCH"],
    allowHeaders: ["Authorization", "Content-Type", "If-Match"],
    exposeHeaders: ["Link", "X-Total-Count", "ETag", "Location"],
    maxAge: 600,
  });
  return async (c, next) => {
    if (origins.includes(c.req.header("origin") ?? "")) return await answer(c, next);
    await next();
    c.res.headers.append("vary", "Origin");
  };
}
