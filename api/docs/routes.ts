/**
 * This folder serves the API's documentation: its pages, their style sheets and script, and the OpenAPI document. A page
 * is one file that gives HTML, made from the table of endpoints and the table of problems.
 */
import { type Handler, Hono } from "hono";
import { compressed } from "@/http/compressed.ts";
import { ApiError } from "@/api/http/api_error.ts";
import { errorList } from "./error_list.ts";
import { errorPage } from "./error_page.ts";
import { files } from "./files.ts";
import { cachedText } from "./cached_text.ts";
import { PLAIN_POLICY, REFERENCE_POLICY } from "./policy.ts";
import { referencePage } from "./reference_page.ts";
import type { Endpoint } from "@/api/http/endpoint.ts";
import { openapiDocument } from "@/api/openapi/document.ts";
import { type ProblemCode, problems } from "@/api/http/problems.ts";

/**
 * The routes of the OpenAPI document, the reference that is made from it, and a page for every error code. They need no
 * token. Each is made when it is first requested; nothing is loaded from another server.
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
  for (const [name, { type, load }] of Object.entries(files)) {
    add(`/api/docs/${name}`, cachedText(type, PLAIN_POLICY, load));
  }
  add(
    "/api/openapi.json",
    cachedText("application/json", PLAIN_POLICY, () => documentText(endpoints, version)),
  );
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

function documentText(endpoints: readonly Endpoint[], version: string): Promise<string> {
  return Promise.resolve(JSON.stringify(openapiDocument(endpoints, version), null, 2));
}

const methodNotAllowed: Handler = () => {
  throw new ApiError("method_not_allowed", [], { allow: "GET, HEAD" });
};
