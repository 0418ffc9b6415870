import type { z } from "zod";
import type { FieldCode, FieldError } from "@/clinic/errors.ts";
import { ApiError } from "./api_error.ts";

type Issue = z.core.$ZodIssue;

/**
 * The error for what a schema found wrong: one entry a field, in the order of the issues.
 *
 * @param allowed the names of the fields there are, for the message about an unknown one
 * @param sent what was validated, to tell a missing key from a wrong value; no message repeats it
 */
export function validationError(
  issues: readonly Issue[],
  allowed: readonly string[],
  sent: unknown,
): ApiError {
  const errors = issues.flatMap((issue) => fieldErrors(issue, allowed, sent));
  const first = new Map(errors.toReversed().map((error) => [error.field, error])); // an empty text is also in the wrong format; the first is enough
  return new ApiError("validation_failed", errors.filter((error) => first.get(error.field) === error));
}

function fieldErrors(issue: Issue, allowed: readonly string[], sent: unknown): FieldError[] {
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => unknownField(key, allowed)); // path is empty
  const field = issue.path.map(String).join(".");
  if (isMissing(issue, sent)) return [{ field, code: "required", message: "This is required." }];
  return [{ field, code: codeOf(issue), message: issue.message }];
}

function unknownField(key: string, allowed: readonly string[]): FieldError {
  const names = allowed.length > 0 ? allowed.join(", ") : "none";
  return { field: key.slice(0, 100), code: "unknown_field", message: `Unknown here. Allowed: ${names}.` };
}

function codeOf(issue: Issue): FieldCode {
  if ("origin" in issue && issue.origin === "number") return "out_of_range";
  return codes[issue.code] ?? "not_allowed";
}

const codes: Partial<Record<Issue["code"], FieldCode>> = {
  invalid_type: "wrong_type",
  too_small: "too_short",
  too_big: "too_long",
  invalid_format: "wrong_format",
  invalid_value: "not_allowed",
};

/** Whether the key that an issue is about was missing altogether. */
function isMissing({ path: [key, ...deeper] }: Issue, sent: unknown): boolean {
  return deeper.length === 0 && typeof sent === "object" && sent !== null && key !== undefined &&
    !Object.hasOwn(sent, key);
}
