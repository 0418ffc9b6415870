import assert from "node:assert/strict";
import type { Answer } from "./clinic.ts";
import { assertDocumented } from "./openapi_check.ts";

const ID = "0199f3a2-7c41-7d3e-9b52-8a4f6e1d2c30";
const DEPARTMENT = { department_id: ID, name: "Radiology", active: true };

Deno.test("an answer that matches the document passes", () => {
  assertDocumented("GET", `/api/departments/${ID}`, answer(200, DEPARTMENT));
  assertDocumented("GET", "/api/nothing/", problem(404, "route_not_found"));
  assertDocumented("DELETE", "/api/departments/", problem(405, "method_not_allowed"));
  assertDocumented("GET", "/healthz", answer(200, { status: "ok" }));
});

const WRONG: [what: string, method: string, path: string, answer: Answer][] = [
  ["a status", "GET", `/api/departments/${ID}/`, answer(202, DEPARTMENT)],
  ["a key of another type", "GET", `/api/departments/${ID}/`, answer(200, { ...DEPARTMENT, name: 1 })],
  ["a key too many", "GET", `/api/departments/${ID}/`, answer(200, { ...DEPARTMENT, secret: 1 })],
  [
    "an id that is none",
    "GET",
    `/api/departments/${ID}/`,
    answer(200, { ...DEPARTMENT, department_id: "1" }),
  ],
  ["a header that is missing", "GET", `/api/departments/${ID}/`, answer(200, DEPARTMENT, {})],
  ["an unlisted code", "GET", `/api/departments/${ID}/`, problem(404, "version_conflict")],
  ["an unknown path that answers", "GET", "/api/nothing/", answer(200, [])],
  ["an unknown method that answers", "DELETE", "/api/departments/", answer(204, undefined)],
  ["a HEAD with a body", "HEAD", `/api/departments/${ID}/`, answer(200, DEPARTMENT)],
];

for (const [what, method, path, given] of WRONG) {
  Deno.test(`the check against the document finds ${what}`, () => {
    assert.throws(() => assertDocumented(method, path, given), assert.AssertionError);
  });
}

function problem(status: number, code: string): Answer {
  const body = {
    type: `/api/docs/errors#${code}`,
    title: "t",
    status,
    detail: "d",
    instance: "r",
    code,
    errors: [],
  };
  return answer(status, body, { "x-request-id": "r" }, "application/problem+json");
}

function answer(
  status: number,
  json: unknown,
  headers: Record<string, string> = { etag: '"v1"' },
  type = "application/json",
): Answer {
  const text = json === undefined ? "" : JSON.stringify(json);
  return { status, json, text, headers: new Headers({ "content-type": type, ...headers }) };
}
