import type { Patient } from "@/clinic/patients/patient.ts";
import { ageInWords, shortDay } from "./dates.ts";
import type { Words } from "./words.ts";

/** "12 Mar 1992 (34 years)"; "" where the record cannot be opened. */
export function bornInWords(words: Words, patient: Patient, today: string): string {
  if (patient.date_of_birth === null) return "";
  const age = ageInWords(words, patient.date_of_birth, today, patient.date_of_birth_estimated);
  return patient.date_of_birth_estimated ? age : `${shortDay(words, patient.date_of_birth)} (${age})`;
}

/** The name of a patient; where the record cannot be opened, a sentence that says so. */
export function nameInWords(words: Words, patient: Pick<Patient, "full_name">): string {
  return patient.full_name ?? words.common.unreadable;
}

/** "Female"; "" where the record cannot be opened. */
export function genderInWords(words: Words, { gender }: Patient): string {
  return gender === null ? "" : words.patients.genders[gender];
}

/** Whether the birth date is an estimate. */
export function isEstimated(patient: Patient): boolean {
  return patient.date_of_birth !== null && patient.date_of_birth_estimated === true;
}
