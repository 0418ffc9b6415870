import { ClinicError, DatabaseUnavailable, type FieldError, UnreadableRecord } from "@/clinic/errors.ts";
import { ApiError } from "./api_error.ts";
import { type ProblemCode, problems } from "./problems.ts";

/** What the caller learns of a thrown error. */
export interface Problem {
  readonly code: ProblemCode;
  readonly fields: readonly FieldError[];
  readonly headers: Record<string, string>;
}

/** Errors are thrown anywhere and translated here, once. An unknown one becomes an internal error without details. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ApiError) return error;
  if (error instanceof ClinicError) return { code: error.code, fields: error.fields, headers: {} };
  if (error instanceof DatabaseUnavailable) {
    return problem(error.reason === "full" ? "storage_full" : "database_unavailable");
  }
  if (error instanceof UnreadableRecord) return problem("record_unreadable");
  return problem("internal_error");
}

/** The answer: `application/problem+json` (RFC 9457). `requestId` lets a person find it in the log. */
export function problemAnswer({ code, fields, headers }: Problem, requestId: string): Response {
  const { status, title, detail } = problems[code];
  const type = `/api/docs/errors#${code}`;
  const body = { type, title, status, detail, instance: requestId, code, errors: fields };
  return new Response(JSON.stringify(body), {
    status,
    headers: { "content-type": "application/problem+json", ...headersOf(code, status), ...headers },
  });
}

function problem(code: ProblemCode): Problem {
  return { code, fields: [], headers: {} };
}

const RETRY_AFTER_S = "5";

function headersOf(code: ProblemCode, status: number): Record<string, string> {
  if (status === 503 || status === 507) return { "retry-after": RETRY_AFTER_S };
  if (status !== 401) return {};
  return { "www-authenticate": code === "token_missing" ? "Bearer" : `Bearer error="${bearerError(code)}"` };
}

/** RFC 6750 §3.1 has only `invalid_token`; the code in the body says what is wrong with it. */
function bearerError(code: ProblemCode): string {
  return code.startsWith("token_") ? "invalid_token" : code;
}
