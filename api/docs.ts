import { type Handler, Hono } from "hono";
import { compressed } from "@/http/compressed.ts";
import { ApiError } from "./http/api_error.ts";
import { errorList } from "./docs/error_list.ts";
import { errorPage } from "./docs/error_page.ts";
import { loaders } from "./docs/files.ts";
import { cachedText } from "./docs/cached_text.ts";
import { PLAIN_POLICY, REFERENCE_POLICY } from "./docs/policy.ts";
import { referencePage } from "./docs/reference_page.ts";
import type { Endpoint } from "./http/endpoint.ts";
import { openapiDocument } from "./openapi/document.ts";
import { type ProblemCode, problems } from "./http/problems.ts";

/**
 * The OpenAPI document, the reference that is made of it, and a page for every error code. Open to everybody. Nothing is
 * loaded or written before somebody asks for it, and nothing comes from elsewhere.
 *
 * @param version of the program
 */
export function docsRoutes(endpoints: readonly Endpoint[], version: string): Hono {
  const app = new Hono();
  const add = (path: string, handler: Handler) => {
    app.get(path, compressed, handler);
    app.all(path, methodNotAllowed);
  };
  for (const [path, handler] of pages(endpoints, version)) {
    add(path, handler);
    add(path.slice(0, -1), handler);
  }
  for (const [name, { type, load }] of Object.entries(loaders)) {
    add(`/api/docs/${name}`, cachedText(type, PLAIN_POLICY, load));
  }
  add("/api/openapi.json", cachedText("application/json", PLAIN_POLICY, () => written(endpoints, version)));
  return app;
}

function pages(endpoints: readonly Endpoint[], version: string): [path: string, handler: Handler][] {
  const codes = Object.keys(problems) as ProblemCode[];
  return [
    ["/api/docs/", cachedText(HTML, REFERENCE_POLICY, () => referencePage(version))],
    ["/api/docs/errors/", cachedText(HTML, PLAIN_POLICY, () => errorList(version))],
    ...codes.map((code): [string, Handler] => [
      `/api/docs/errors/${code}/`,
      cachedText(HTML, PLAIN_POLICY, () => errorPage(code, endpoints, version)),
    ]),
  ];
}

const HTML = "text/html; charset=utf-8";

function written(endpoints: readonly Endpoint[], version: string): Promise<string> {
  return Promise.resolve(JSON.stringify(openapiDocument(endpoints, version), null, 2));
}

const methodNotAllowed: Handler = () => {
  throw new ApiError("method_not_allowed", [], { allow: "GET, HEAD" });
};
