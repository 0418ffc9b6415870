import type { FieldError } from "@/clinic/errors.ts";
import type { ProblemCode } from "./problems.ts";

/** A request that is refused before it reaches the clinic. It carries a code and field names, never what was sent. */
export class ApiError extends Error {
  override name = "ApiError";
  constructor(
    readonly code: ProblemCode,
    readonly fields: readonly FieldError[] = [],
    readonly headers: Record<string, string> = {},
  ) {
    super(`the request was refused: ${code}`);
  }
}
