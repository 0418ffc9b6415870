import { birthDateFromAge } from "@/clinic/patients/estimated_birth.ts";
import type { Patient } from "@/clinic/patients/patient.ts";
import type { Form } from "@/routes/(_shared)/forms/form.ts";
import { type Problem, problemsOf } from "@/routes/(_shared)/forms/problems.ts";
import type { Words } from "@/routes/(_shared)/words/words.ts";

/** The fields of a patient, as they were typed. */
export interface TypedPatient {
  readonly full_name: string;
  readonly date_of_birth: string;
  /** Years, where the birth date is not known. */
  readonly age: string;
  readonly gender: string;
  readonly contact_details: string;
  readonly file_number: string;
}

export function readPatientForm(form: Form): TypedPatient {
  return {
    full_name: form.text("full_name"),
    date_of_birth: form.text("date_of_birth"),
    age: form.text("age"),
    gender: form.text("gender"),
    contact_details: form.text("contact_details"),
    file_number: form.text("file_number"),
  };
}

/** The form for a new patient. */
export function blankPatient(fileNumber: string): TypedPatient {
  return {
    full_name: "",
    date_of_birth: "",
    age: "",
    gender: "",
    contact_details: "",
    file_number: fileNumber,
  };
}

/** The form for a patient who is registered. */
export function toTypedPatient(
  { full_name, date_of_birth, gender, contact_details, file_number }: Patient,
): TypedPatient {
  return {
    full_name: full_name ?? "",
    date_of_birth: date_of_birth ?? "",
    age: "",
    gender: gender ?? "",
    contact_details: contact_details ?? "",
    file_number: file_number ?? "",
  };
}

/**
 * The input for the clinic: an age becomes a birth date that is saved as estimated.
 * @param wasEstimated the birth date when it was estimated before: unless another is typed, it still is
 */
export function toPatientInput(
  words: Words,
  { age, ...typed }: TypedPatient,
  today: string,
  wasEstimated?: string,
): { readonly input: Record<string, unknown>; readonly problems: readonly Problem[] } {
  if (age === "") {
    const estimated = typed.date_of_birth !== "" && typed.date_of_birth === wasEstimated;
    return { input: { ...typed, date_of_birth_estimated: estimated }, problems: [] };
  }
  try {
    const date_of_birth = birthDateFromAge({ years: /^\d{1,3}$/.test(age) ? Number(age) : NaN }, today);
    return { input: { ...typed, date_of_birth, date_of_birth_estimated: true }, problems: [] };
  } catch (error) {
    return { input: typed, problems: problemsOf(words, error) };
  }
}
