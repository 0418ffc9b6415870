// What the database throws goes through the clinic unchanged; the API and the console know it by these names.
export { UnreadableRecord } from "@/db/crypto/seal.ts";
export { DatabaseUnavailable } from "@/db/port/port.ts";

/** What is wrong with one field of what was sent. `code` is stable, `message` is for people. Neither repeats the value. */
export interface FieldError {
  readonly field: string;
  readonly code: FieldCode;
  readonly message: string;
}

/** Everything that can be wrong with a field. The codes are part of the API and stay as they are. */
export type FieldCode =
  // of its form
  | "required"
  | "unknown_field"
  | "duplicate_key"
  | "too_deep"
  | "wrong_type"
  | "wrong_format"
  | "not_an_id"
  | "too_short"
  | "too_long"
  | "out_of_range"
  | "not_allowed"
  | "unknown_cursor"
  // of what it names
  | "unknown_patient"
  | "unknown_department"
  | "inactive_department"
  | "unknown_staff"
  | "not_a_clinician"
  // of a day
  | "in_the_future"
  | "too_far_ahead"
  | "start_after_end"
  // of a password
  | "wrong_password"
  | "unchanged"
  | "a_name"
  | "too_common"
  // of what must be unique
  | TakenCode;

/** A value that another record has already: the code of the refusal and of its field. */
export type TakenCode = "file_number_taken" | "username_taken" | "department_name_taken";

/** Every way in which the clinic refuses. The codes are part of the API and stay as they are. */
export type ClinicErrorCode =
  | "validation_failed"
  | "token_missing"
  | "token_invalid"
  | "token_expired"
  | "invalid_credentials"
  | "password_ended"
  | "forbidden"
  | "not_found"
  | TakenCode
  | "last_administrator"
  | "already_set_up"
  | "already_voided"
  | "not_voided"
  | "version_conflict"
  | "record_unreadable"
  | "busy";

/** The clinic refused a request. It carries a code and field names, never what was sent. */
export class ClinicError extends Error {
  override name = "ClinicError";
  constructor(readonly code: ClinicErrorCode, readonly fields: readonly FieldError[] = []) {
    super(`the clinic refused: ${code}`);
  }
}

/**
 * The error for one wrong field.
 *
 * @param message for people; it must not repeat the value
 */
export function invalid(field: string, code: FieldCode, message: string): ClinicError {
  return new ClinicError("validation_failed", [{ field, code, message }]);
}
