import type { z } from "zod";
import type { FieldCode, FieldError } from "@/clinic/errors.ts";
import { ApiError } from "./api_error.ts";

type Issue = z.core.$ZodIssue;

/** What a schema found wrong, field by field. No message repeats what was sent. */
export function validationError(
  issues: readonly Issue[],
  allowed: readonly string[],
  sent: unknown,
): ApiError {
  const errors = issues.flatMap((issue) => fieldErrors(issue, allowed, sent));
  const first = new Map(errors.toReversed().map((error) => [error.field, error])); // what is empty is also misspelt
  return new ApiError("validation_failed", errors.filter((error) => first.get(error.field) === error));
}

function fieldErrors(issue: Issue, allowed: readonly string[], sent: unknown): FieldError[] {
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => unknownField(key, allowed)); // path is empty
  const field = issue.path.map(String).join(".");
  if (isMissing(issue, sent)) return [{ field, code: "required", message: "This is needed." }];
  return [{ field, code: codeOf(issue), message: issue.message }];
}

function unknownField(key: string, allowed: readonly string[]): FieldError {
  const names = allowed.length > 0 ? allowed.join(", ") : "none";
  return { field: key.slice(0, 100), code: "unknown_field", message: `Not known here. Allowed: ${names}.` };
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

/** Whether the key that an issue is about was not there at all. */
function isMissing({ path: [key, ...deeper] }: Issue, sent: unknown): boolean {
  return deeper.length === 0 && typeof sent === "object" && sent !== null && key !== undefined &&
    !Object.hasOwn(sent, key);
}
