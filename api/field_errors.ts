import type { z } from "zod";
import type { FieldError } from "../clinic/errors.ts";
import { ApiError } from "./api_error.ts";

type Issue = z.core.$ZodIssue;

/** What a schema found wrong, field by field. No message repeats what was sent. */
export function validationError(issues: readonly Issue[], allowed: readonly string[]): ApiError {
  return new ApiError("validation_failed", issues.flatMap((issue) => fieldErrors(issue, allowed)));
}

function fieldErrors(issue: Issue, allowed: readonly string[]): FieldError[] {
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => unknownField(key, allowed)); // path is empty
  const field = issue.path.map(String).join(".");
  return [{ field, code: codeOf(issue), message: messageOf(issue) }];
}

function unknownField(key: string, allowed: readonly string[]): FieldError {
  const names = allowed.length > 0 ? allowed.join(", ") : "none";
  return { field: key.slice(0, 100), code: "unknown_field", message: `Not known here. Allowed: ${names}.` };
}

function codeOf(issue: Issue): string {
  if (isMissing(issue)) return "required";
  return codes[issue.code] ?? "invalid";
}

const codes: Partial<Record<Issue["code"], string>> = {
  invalid_type: "wrong_type",
  too_small: "too_short",
  too_big: "too_long",
  invalid_format: "wrong_format",
  invalid_value: "not_allowed",
};

function messageOf(issue: Issue): string {
  return isMissing(issue) ? "This is needed." : issue.message;
}

function isMissing(issue: Issue): boolean {
  return issue.code === "invalid_type" && issue.message.endsWith("received undefined");
}
