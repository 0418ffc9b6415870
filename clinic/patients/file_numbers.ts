import type { Store } from "@/db/store.ts";
import { ClinicError } from "@/clinic/errors.ts";

/**
 * The refusal of a file number that another patient has, voided or not, without regard to case. Whether it is taken is
 * decided when db/tables/patients.ts writes the number's tag: the primary key of patient_file_tag (db/tables/schema.ts) takes
 * each once, so that of two who register the same number at once one is refused.
 */
export function fileNumberTaken(): ClinicError {
  const message = "Another patient has this file number.";
  return new ClinicError("file_number_taken", [{ field: "file_number", code: "file_number_taken", message }]);
}

/**
 * The first free number above every file number that is a plain number, with as many digits: "0099" → "0100".
 * It is not reserved for the caller. @throws DatabaseUnavailable
 */
export async function nextFileNumber({ finder, patients }: Store): Promise<string> {
  let candidate = await finder.highestFileNumber();
  do candidate = increment(candidate); while (await patients.isFileNumberTaken(candidate));
  return candidate;
}

/** The width stays until the digits need more. */
function increment(digits: string): string {
  return String(Number(digits) + 1).padStart(digits.length, "0");
}
