import type { Endpoint } from "@/api/http/endpoint.ts";
import { type ProblemCode, type ProblemKind, problems } from "@/api/http/problems.ts";

/** Every error code that an endpoint can answer with, in the order of the table of problems. */
export function problemsOf(endpoint: Endpoint): ProblemCode[] {
  const possible = new Set<ProblemCode>([
    "validation_failed", // even an endpoint without a query refuses one
    ...(endpoint.body ? BODY_PROBLEMS : []),
    ...(endpoint.action === "open" ? [] : TOKEN_PROBLEMS),
    ...(endpoint.path.includes(":") ? ["not_found"] as const : []),
    ...(endpoint.method === "GET" ? [] : ["storage_full"] as const),
    "internal_error",
    "database_unavailable",
    ...endpoint.problems,
  ]);
  return codes.filter((code) => possible.has(code));
}

const codes = Object.keys(problems) as ProblemCode[];
const BODY_PROBLEMS = ["malformed_json", "body_too_large", "unsupported_media_type"] as const;
const TOKEN_PROBLEMS = ["token_missing", "token_invalid", "token_expired", "forbidden"] as const;

/** An endpoint's error answers by status, as OpenAPI Response Objects. */
export function problemResponses(endpoint: Endpoint): Record<string, object> {
  const byStatus = Map.groupBy(problemsOf(endpoint), (code) => problems[code].status);
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [String(status), response(status, codes)]),
  );
}

function response(status: number, codes: ProblemCode[]): object {
  return {
    description: codes.map(listItem).join("\n"),
    headers: headersOf(status),
    content: {
      "application/problem+json": {
        schema: { $ref: "#/components/schemas/Problem" },
        examples: Object.fromEntries(codes.map((code) => [code, { $ref: `#/components/examples/${code}` }])),
      },
    },
  };
}

function listItem(code: ProblemCode): string {
  return `- [\`${code}\`](/api/docs/errors#${code}) ${problems[code].title}`;
}

function headersOf(status: number): Record<string, object> {
  if (status === 401) return { "WWW-Authenticate": { $ref: "#/components/headers/WWW-Authenticate" } };
  if (status === 503 || status === 507) {
    return { "Retry-After": { $ref: "#/components/headers/Retry-After" } };
  }
  return {};
}

/** What an answer with this code looks like. */
export function exampleProblem(code: ProblemCode): object {
  const { title, status, detail }: ProblemKind = problems[code];
  const errors = code === "validation_failed" ? [EXAMPLE_FIELD] : [];
  return { type: `/api/docs/errors#${code}`, title, status, detail, instance: EXAMPLE_REQUEST, code, errors };
}

const EXAMPLE_REQUEST = "3f0c1a52-6d5e-4b7e-9a41-2c8f70d9be16";
const EXAMPLE_FIELD = { field: "full_name", code: "required", message: "This is required." };
