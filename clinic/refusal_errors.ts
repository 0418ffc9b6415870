import { fileNumberTaken } from "./patients/file_numbers.ts";
import { ClinicError, invalid, type TakenCode } from "./errors.ts";

/** What the clinic says when a condition or a unique column refused a unit; undefined for any other reason. */
export function refusalOf(reason: string): ClinicError | undefined {
  return refusals[reason]?.();
}

const refusals: Record<string, () => ClinicError> = {
  "patient_file_tag.epoch": fileNumberTaken,
  "staff.username_tag": () => taken("username_taken", "username", "Somebody else has this username."),
  "department.name_tag": () => taken("department_name_taken", "name", "Another department has this name."),
  version_conflict: () => new ClinicError("version_conflict"),
  last_administrator: () => new ClinicError("last_administrator"),
  already_set_up: () => new ClinicError("already_set_up"),
  unknown_patient: () => invalid("patient_id", "unknown_patient", "There is no such patient."),
  inactive_department: () =>
    invalid("department_id", "inactive_department", "This department takes no visits."),
  not_a_clinician: () =>
    invalid("doctor_id", "not_a_clinician", "Only an active doctor or nurse can see a patient."),
};

function taken(code: TakenCode, field: string, message: string): ClinicError {
  return new ClinicError(code, [{ field, code, message }]);
}
