import { HttpError } from "fresh";
import { ClinicError, DatabaseUnavailable } from "@/clinic/errors.ts";

/** Whether the session has ended, so that signing in again is needed. */
export function hasSessionEnded(error: unknown): boolean {
  return error instanceof ClinicError && /^token_/.test(error.code);
}

/** What a page threw, as an HttpError where the error pages know its status. */
export function asHttpError(error: unknown): unknown {
  if (error instanceof DatabaseUnavailable) {
    const isFull = error.reason === "full"; // waiting does not help
    return isFull
      ? new HttpError(507, "Insufficient Storage", { cause: error })
      : new HttpError(503, "Service Unavailable", { cause: error });
  }
  if (!(error instanceof ClinicError)) return error;
  if (error.code === "forbidden") return new HttpError(403, "Forbidden", { cause: error });
  if (error.code === "not_found") return new HttpError(404, "Not Found", { cause: error });
  if (error.code === "busy") return new HttpError(503, "Service Unavailable", { cause: error });
  return error;
}
