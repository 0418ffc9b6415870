import assert from "node:assert/strict";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { endpoints } from "@/api/endpoints.ts";
import { openapiDocument } from "@/api/openapi/document.ts";
import type { Answer } from "./clinic.ts";

/**
 * Checks an answer of the API against the OpenAPI document: the status is one the document names for this method and
 * path, the body matches its schema, the declared headers are there, and the code of an error is listed. A path or
 * method that is not in the document must have been refused with 404 or 405. Pages and health checks are not in the
 * document, and not checked.
 *
 * @throws AssertionError saying what does not match
 */
export function assertDocumented(method: string, path: string, answer: Answer): void {
  const pathname = path.replace(/\?.*$/, "").replace(/\/?$/, "/");
  if (!pathname.startsWith("/api/") || /^\/api\/(docs|openapi\.json)\//.test(pathname)) return;
  const template = templates.find(({ matches }) => matches.test(pathname))?.template;
  if (template === undefined) return assertRefused(answer, 404, "route_not_found");
  const operation = method === "HEAD" ? "get" : method.toLowerCase();
  const found = document.paths[template]![operation];
  if (found === undefined) return assertRefused(answer, 405, "method_not_allowed");
  const response = found.responses[answer.status];
  assert.ok(response, `the document has no ${answer.status} for ${method} ${template}: ${answer.text}`);
  if (method === "HEAD") return assert.equal(answer.text, "", "HEAD answers without a body");
  assertHeaders(response, answer);
  const at = ["paths", template, operation, "responses", String(answer.status)];
  assertContent(response, at, answer, `${method} ${template}`);
}

interface Response {
  readonly headers?: Record<string, object>;
  readonly content?: Record<string, { readonly examples?: Record<string, object> }>;
}
interface Document {
  readonly paths: Record<string, Record<string, { readonly responses: Record<string, Response> }>>;
}

const document = JSON.parse(JSON.stringify(openapiDocument(endpoints, "test"))) as Document;
const ajv = formats.default(new Ajv2020({ strict: false, allErrors: true })); // examples are no keyword of JSON Schema
ajv.addSchema(document, "document");

const templates = Object.keys(document.paths)
  .map((template) => ({ template, matches: new RegExp(`^${template.replaceAll(/\{\w+\}/g, "[^/]+")}$`) }))
  .sort((a, b) => Number(a.template.includes("{")) - Number(b.template.includes("{"))); // as the router: names first

function assertRefused({ status, json, text }: Answer, expected: number, code: string): void {
  assert.equal(status, expected, text);
  if (text !== "") assert.equal(json.code, code);
}

function assertHeaders(response: Response, { headers }: Answer): void {
  for (const name of Object.keys(response.headers ?? {})) {
    if (name !== "Link") assert.ok(headers.has(name), `the header ${name} is missing`); // no Link on the last page
  }
}

function assertContent(response: Response, at: string[], answer: Answer, what: string): void {
  const [type, media] = Object.entries(response.content ?? {})[0] ?? [];
  if (type === undefined) return assert.equal(answer.text, "", `${what} answers nothing`);
  assert.equal(answer.headers.get("content-type"), type);
  assertSchema([...at, "content", type, "schema"], answer, what);
  if (type !== "application/problem+json") return;
  const { status, code, instance } = answer.json;
  assert.equal(status, answer.status);
  assert.equal(instance, answer.headers.get("x-request-id"));
  assert.ok(media?.examples && code in media.examples, `the document has no ${code} for ${what}`);
}

function assertSchema(at: string[], { json, text }: Answer, what: string): void {
  const $ref = `document#/${at.map(escaped).join("/")}`;
  const validate = ajv.getSchema($ref) ?? ajv.compile({ $ref });
  assert.ok(validate(json), `${what}: ${ajv.errorsText(validate.errors)} in ${text.slice(0, 500)}`);
}

function escaped(part: string): string {
  return encodeURIComponent(part.replaceAll("~", "~0").replaceAll("/", "~1"));
}
