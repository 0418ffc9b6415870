/**
 * What every endpoint of the API passes through, in this order: token, permission, path, query, body, and the answer or the
 * problem on the way out. Nothing in this folder knows a resource; what one is lies in api/, what it does in clinic/.
 */
import { zValidator } from "@hono/zod-validator";
import { type Context, Hono, type MiddlewareHandler } from "hono";
import type { z } from "zod";
import type { ClinicHandle, Scope } from "@/clinic/scope.ts";
import { ClinicError, invalid } from "@/clinic/errors.ts";
import { requirePermission } from "@/clinic/require_permission.ts";
import { ApiError } from "./api_error.ts";
import { actorOf } from "./authenticate.ts";
import type { Call, Endpoint } from "./endpoint.ts";
import { validationError } from "./field_errors.ts";
import { readJson } from "./json_body.ts";
import { respond } from "./respond.ts";

/** What the server knows of a request: the address it came from, null where there is none. */
export type Bindings = { source: string | null };
/** What Hono carries with a request. The scope has no actor where no token is needed. */
export type ApiEnv = {
  Bindings: Bindings;
  Variables: { requestId: string; scope: Scope; reportFailure: (error: unknown) => void };
};

/** The routes of a table of endpoints, and a 405 for every other method of their paths. */
export function routes(clinic: ClinicHandle, endpoints: readonly Endpoint[]): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>();
  for (const path of new Set(endpoints.map((endpoint) => endpoint.path))) {
    const ofPath = endpoints.filter((endpoint) => endpoint.path === path);
    for (const endpoint of ofPath) app.on(methodsOf(endpoint), [path], ...chain(clinic, endpoint));
    app.all(path, methodNotAllowed(ofPath));
  }
  return app;
}

/** First who makes the request and whether they may: only they learn what is wrong with the rest of it. */
function chain(clinic: ClinicHandle, endpoint: Endpoint): MiddlewareHandler<ApiEnv>[] {
  const { params, query, body } = endpoint;
  return [
    authorise(clinic, endpoint),
    validateParams(params),
    refuseUnknownQuery(query),
    ...(query ? [zValidator("query", query, throwIssues(Object.keys(query.shape)))] : []),
    ...(body
      ? [
        readBody(body.optional ?? false),
        zValidator("json", body.schema, throwIssues(fieldsOf(body.schema))),
      ]
      : []),
    async (c) => respond(c, await endpoint.handle(callOf(endpoint, c))),
  ] as MiddlewareHandler<ApiEnv>[];
}

function authorise(clinic: ClinicHandle, { action, actionFor, table }: Endpoint): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const actor = action === "open" ? null : await actorOf(clinic, c.req.header("authorization"));
    const scope: Scope = { clinic, actor, source: c.env?.source ?? null };
    c.set("scope", scope); // the endpoint's verb is called with the same, and finds the permission checked
    if (action !== "open") {
      const id = c.req.param("id");
      const subject = table !== undefined && id !== undefined ? { table, id } : undefined;
      await requirePermission(scope, actionFor?.(c.req.query()) ?? action, subject);
    }
    await next();
  };
}

/** A text that cannot be an id is answered as an id that does not exist. */
function validateParams(params: z.ZodObject | undefined): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    if (params && !params.safeParse(c.req.param()).success) throw new ClinicError("not_found");
    await next();
  };
}

/** An endpoint without a query schema takes no query. */
function refuseUnknownQuery(query: z.ZodObject | undefined): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const keys = query ? [] : Object.keys(c.req.query());
    if (keys.length > 0) {
      throw validationError([{ code: "unrecognized_keys", keys, path: [], message: "" }], [], {});
    }
    await next();
  };
}

function readBody(optional: boolean): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const text = await readJson(c.req.raw, optional);
    c.req.bodyCache.text = Promise.resolve(text) as unknown as string; // the validator reads it from here
    await next();
  };
}

/** A hook of the validator: it throws what the schema refused, to be translated with all other errors. */
function throwIssues(allowed: readonly string[]) {
  return (result: { success: boolean; data: unknown; error?: z.core.$ZodError }) => {
    if (!result.success) throw validationError(result.error!.issues, allowed, result.data);
  };
}

function fieldsOf(schema: z.ZodType): string[] {
  return "shape" in schema ? Object.keys(schema.shape as object) : [];
}

function callOf(
  { query, body }: Endpoint,
  c: Context<ApiEnv>,
): Call<unknown, unknown, unknown> {
  return {
    scope: c.get("scope"),
    params: c.req.param(),
    query: query && c.req.valid("query" as never),
    body: body && c.req.valid("json" as never),
    ifVersion: versionOf(c.req.header("if-match")),
  };
}

/** `"v3"` → 3; `*` matches any version. A value without quotes is a mistake in the request, not a version conflict. */
function versionOf(ifMatch: string | undefined): number | undefined {
  if (ifMatch === undefined || ifMatch.trim() === "*") return undefined;
  if (!ifMatch.includes('"')) {
    throw invalid("If-Match", "wrong_format", "Send the ETag as it came, quotes included.");
  }
  return Number(/^"v(\d{1,15})"$/.exec(ifMatch.trim())?.[1] ?? -1); // any other entity tag matches no version
}

function methodsOf({ method }: Endpoint): string[] {
  return method === "PUT" ? ["PUT", "PATCH"] : [method];
}

function methodNotAllowed(endpoints: readonly Endpoint[]): MiddlewareHandler<ApiEnv> {
  const methods = endpoints.flatMap((endpoint) =>
    endpoint.method === "GET" ? ["GET", "HEAD"] : methodsOf(endpoint)
  );
  return () => {
    throw new ApiError("method_not_allowed", [], { allow: methods.join(", ") });
  };
}
