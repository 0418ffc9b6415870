// What the database throws goes through the clinic unchanged; the doors above know it by these names.
export { UnreadableRecord } from "@/db/crypto/seal.ts";
export { DatabaseUnavailable } from "@/db/port/port.ts";

/** What is wrong with one field of what was sent. `code` is stable, `message` is for people. Neither repeats the value. */
export interface FieldError {
  readonly field: string;
  readonly code: string;
  readonly message: string;
}

/** Every way in which the clinic says no. The codes are part of the API and stay as they are. */
export type ClinicErrorCode =
  | "validation_failed"
  | "token_missing"
  | "token_invalid"
  | "token_expired"
  | "invalid_credentials"
  | "password_ended"
  | "forbidden"
  | "not_found"
  | "file_number_taken"
  | "username_taken"
  | "department_name_taken"
  | "last_administrator"
  | "already_set_up"
  | "already_voided"
  | "not_voided"
  | "version_conflict"
  | "record_unreadable"
  | "busy";

/** The clinic refused what was asked. It carries a code and field names, never what was sent. */
export class ClinicError extends Error {
  override name = "ClinicError";
  constructor(readonly code: ClinicErrorCode, readonly fields: readonly FieldError[] = []) {
    super(`the clinic refused: ${code}`);
  }
}

/** One field is wrong. */
export function invalid(field: string, code: string, message: string): ClinicError {
  return new ClinicError("validation_failed", [{ field, code, message }]);
}
