import type { JsonSchema } from "./schemas.ts";
import { exampleProblem } from "./problems.ts";
import { fieldCodes } from "@/api/http/field_codes.ts";
import { type ProblemCode, problems } from "@/api/http/problems.ts";

/** The parts of the document that are the same whatever the table holds. */

export const securitySchemes = {
  bearer: {
    type: "http",
    scheme: "bearer",
    bearerFormat: "JWT",
    description: "The access token of `POST /api/auth/login/`. It is good for 15 minutes.",
  },
};

export const headers = {
  "Location": header("Where the new record is.", "/api/patients/0199f3a2-7c41-7d3e-9b52-8a4f6e1d2c30/"),
  "ETag": header("The record's version, to be sent back as `If-Match`.", '"v3"'),
  "Link": header(
    'The next page, as `<…>; rel="next"`, left out at the end; of a patient just registered, who may be the same: ' +
      '`<…>; rel="duplicate"`.',
    nextPage(),
  ),
  "X-Total-Count": header("How many there are in all, on every page.", 128, "integer"),
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
    type: { type: "string", format: "uri-reference", description: "Where the code is explained." },
    title: { type: "string" },
    status: { type: "integer", description: "The HTTP status again." },
    detail: { type: "string", description: "What happened, for people." },
    instance: {
      type: "string",
      description: "The request's id, as in the header `X-Request-Id` and in the log.",
    },
    code: { type: "string", enum: Object.keys(problems), description: "For programs; it stays as it is." },
    errors: { type: "array", items: fieldProblem(), description: "The fields at fault; empty when none is." },
  },
};

/** One example of each code, which the operations refer to. */
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
        description: "What is wrong with it, for programs; it stays as it is.",
      },
      message: {
        type: "string",
        description: "What is wrong with it, for people. It never repeats what was sent.",
      },
    },
  };
}
