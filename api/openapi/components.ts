import type { JsonSchema } from "./schemas.ts";
import { exampleProblem } from "./problems.ts";
import { fieldCodes } from "@/api/http/field_codes.ts";
import { type ProblemCode, problems } from "@/api/http/problems.ts";

/** The parts of the document that do not depend on the endpoints. */

export const securitySchemes = {
  bearer: {
    type: "http",
    scheme: "bearer",
    bearerFormat: "JWT",
    description: "The access token of `POST /api/auth/login/`. It is valid for 15 minutes.",
  },
};

export const headers = {
  "Location": header("The address of the new record.", "/api/patients/0199f3a2-7c41-7d3e-9b52-8a4f6e1d2c30/"),
  "ETag": header("The record's version, to be sent back as `If-Match`.", '"v3"'),
  "Link": header(
    'The next page, as `<…>; rel="next"`, left out on the last page; for a patient just registered, who may be the same person: ' +
      '`<…>; rel="duplicate"`.',
    nextPage(),
  ),
  "X-Total-Count": header("The total number, the same on every page.", 128, "integer"),
  "Retry-After": header("Seconds to wait before trying again.", 5, "integer"),
  "WWW-Authenticate": header("What is wrong with the token.", 'Bearer error="invalid_token"'),
};

export const parameters = {
  IfMatch: {
    name: "If-Match",
    in: "header",
    required: false,
    description:
      "The `ETag` that the record had when it was read. Without it the change is made to any version.",
    schema: { type: "string" },
  },
};

export const problemSchema: JsonSchema = {
  type: "object",
  description: "What went wrong (RFC 9457).",
  required: ["type", "title", "status", "detail", "instance", "code", "errors"],
  properties: {
    type: { type: "string", format: "uri-reference", description: "The page that explains the code." },
    title: { type: "string" },
    status: { type: "integer", description: "The HTTP status again." },
    detail: { type: "string", description: "What happened, for people." },
    instance: {
      type: "string",
      description: "The request's id, as in the header `X-Request-Id` and in the log.",
    },
    code: { type: "string", enum: Object.keys(problems), description: "For programs; a code never changes." },
    errors: {
      type: "array",
      items: fieldProblem(),
      description: "The wrong fields; empty where none is wrong.",
    },
  },
};

/** One example of each error code; the operations refer to them. */
export const problemExamples = Object.fromEntries(
  Object.entries(problems).map(([code, { title }]) => [
    code,
    { summary: title, value: exampleProblem(code as ProblemCode) },
  ]),
);

function header(description: string, example: string | number, type = "string"): object {
  return { description, schema: { type }, example };
}

function nextPage(): string {
  return '</api/patients/?limit=50&cursor=MDE5OWYzYTI>; rel="next"';
}

function fieldProblem(): JsonSchema {
  return {
    type: "object",
    required: ["field", "code", "message"],
    properties: {
      field: { type: "string", description: "The key in the body or the query." },
      code: {
        type: "string",
        enum: Object.keys(fieldCodes),
        description: "What is wrong with it, for programs; a code never changes.",
      },
      message: {
        type: "string",
        description: "What is wrong with it, for people. It never repeats what was sent.",
      },
    },
  };
}
