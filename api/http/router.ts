import { zValidator } from "@hono/zod-validator";
import { type Context, Hono, type MiddlewareHandler } from "hono";
import type { z } from "zod";
import type { Actor, ClinicHandle, Scope } from "@/clinic/scope.ts";
import { ClinicError, invalid } from "@/clinic/errors.ts";
import { requirePermission } from "@/clinic/permission.ts";
import { ApiError } from "./api_error.ts";
import { actorOf } from "./authenticate.ts";
import type { Call, Endpoint } from "./endpoint.ts";
import { validationError } from "./field_errors.ts";
import { readJson } from "./json_body.ts";
import { respond } from "./respond.ts";

/** What the server says of a request: the address it came from. */
export type Bindings = { source: string | null };
export type ApiEnv = {
  Bindings: Bindings;
  Variables: { requestId: string; actor: Actor | null; failed: (error: unknown) => void };
};

/** The routes of a table of endpoints, and a 405 for every other method of their paths. */
export function routes(clinic: ClinicHandle, endpoints: readonly Endpoint[]): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>();
  for (const path of new Set(endpoints.map((endpoint) => endpoint.path))) {
    const here = endpoints.filter((endpoint) => endpoint.path === path);
    for (const endpoint of here) app.on(methodsOf(endpoint), [path], ...chain(clinic, endpoint));
    app.all(path, methodNotAllowed(here));
  }
  return app;
}

/** In this order: who asks, whether they may, and only then what they ask. */
function chain(clinic: ClinicHandle, endpoint: Endpoint): MiddlewareHandler<ApiEnv>[] {
  const { params, query, body } = endpoint;
  return [
    signedIn(clinic, endpoint),
    checkParams(params),
    noUnknownQuery(query),
    ...(query ? [zValidator("query", query, rejecting(Object.keys(query.shape)))] : []),
    ...(body
      ? [parsedBody(body.optional ?? false), zValidator("json", body.schema, rejecting(keysOf(body.schema)))]
      : []),
    async (c) => respond(c, await endpoint.handle(callOf(clinic, endpoint, c))),
  ] as MiddlewareHandler<ApiEnv>[];
}

function signedIn(clinic: ClinicHandle, { action, table }: Endpoint): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const actor = action === "open" ? null : await actorOf(clinic, c.req.header("authorization"));
    c.set("actor", actor);
    if (action !== "open") {
      const id = c.req.param("id");
      const subject = table !== undefined && id !== undefined ? { table, id } : undefined;
      await requirePermission(scopeOf(clinic, c), action, subject);
    }
    await next();
  };
}

/** An id in the path that could be nobody's is answered as one that is nobody's. */
function checkParams(params: z.ZodObject | undefined): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    if (params && !params.safeParse(c.req.param()).success) throw new ClinicError("not_found");
    await next();
  };
}

/** Where there is no query there must be none; where there is, its schema names what is allowed. */
function noUnknownQuery(query: z.ZodObject | undefined): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const keys = query ? [] : Object.keys(c.req.query());
    if (keys.length > 0) {
      throw validationError([{ code: "unrecognized_keys", keys, path: [], message: "" }], [], {});
    }
    await next();
  };
}

function parsedBody(optional: boolean): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const text = await readJson(c.req.raw, optional);
    c.req.bodyCache.text = Promise.resolve(text) as unknown as string; // what the validator reads
    await next();
  };
}

/** The validator's hook: what its schema refuses is thrown, and translated with all other errors. */
function rejecting(allowed: readonly string[]) {
  return (result: { success: boolean; data: unknown; error?: z.core.$ZodError }) => {
    if (!result.success) throw validationError(result.error!.issues, allowed, result.data);
  };
}

function keysOf(schema: z.ZodType): string[] {
  return "shape" in schema ? Object.keys(schema.shape as object) : [];
}

function callOf(
  clinic: ClinicHandle,
  { query, body }: Endpoint,
  c: Context<ApiEnv>,
): Call<unknown, unknown, unknown> {
  return {
    scope: scopeOf(clinic, c),
    params: c.req.param(),
    query: query && c.req.valid("query" as never),
    body: body && c.req.valid("json" as never),
    ifVersion: versionOf(c.req.header("if-match")),
  };
}

function scopeOf(clinic: ClinicHandle, c: Context<ApiEnv>): Scope {
  return { clinic, actor: c.get("actor"), source: c.env?.source ?? null };
}

/** `"v3"` → 3; `*` matches any version. What has no quotes is a mistake, not a conflict that to try again would mend. */
function versionOf(ifMatch: string | undefined): number | undefined {
  if (ifMatch === undefined || ifMatch.trim() === "*") return undefined;
  if (!ifMatch.includes('"')) {
    throw invalid("If-Match", "wrong_format", "Send the ETag as it came, quotes included.");
  }
  return Number(/^"v(\d{1,15})"$/.exec(ifMatch.trim())?.[1] ?? -1); // what is none of ours matches no version
}

function methodsOf({ method }: Endpoint): string[] {
  return method === "PUT" ? ["PUT", "PATCH"] : [method];
}

function methodNotAllowed(here: readonly Endpoint[]): MiddlewareHandler<ApiEnv> {
  const methods = here.flatMap((endpoint) =>
    endpoint.method === "GET" ? ["GET", "HEAD"] : methodsOf(endpoint)
  );
  return () => {
    throw new ApiError("method_not_allowed", [], { allow: methods.join(", ") });
  };
}
