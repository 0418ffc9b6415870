import { z } from "zod";
import { type Subjects, subjectsOf } from "@/db/audit/entry.ts";
import type { PatientRecord, PatientRow } from "@/db/tables/patients.ts";
import { contactDetails, day, fileNumber, fullName, gender } from "@/clinic/fields.ts";
import type { Listing } from "@/clinic/listing.ts";

// This folder is what a clinic does with patients, a file a verb: list, search, view, register, change, void and restore;
// how their file numbers are given out; and how duplicates are found.

export const newPatient = z.strictObject({
  full_name: fullName,
  date_of_birth: day,
  date_of_birth_estimated: z.boolean().optional().describe("kept, and returned only when true"),
  gender,
  contact_details: contactDetails,
  file_number: fileNumber,
});
export type NewPatient = z.infer<typeof newPatient>;

/** A patient as everybody sees one; the sealed keys null and `error` set where the record cannot be opened. */
export type Patient =
  & { readonly patient_id: string; readonly voided?: Voided }
  & (Omit<PatientRecord, "void_reason" | "restore_reason"> | UnreadablePatient);
export interface Voided {
  /** Instant, UTC. */
  readonly at: string;
  readonly reason: string;
}
type UnreadablePatient =
  & Record<"full_name" | "date_of_birth" | "gender" | "contact_details" | "file_number", null>
  & { readonly error: "record_unreadable" };

/** A row as everybody sees it. */
export function toPatient({ id, voidedAt, record }: PatientRow): Patient {
  if (record instanceof Error) return { patient_id: id, ...UNREADABLE };
  const { full_name, date_of_birth, date_of_birth_estimated, gender, contact_details, file_number } = record;
  return {
    patient_id: id,
    full_name,
    date_of_birth,
    ...(date_of_birth_estimated ? { date_of_birth_estimated } : {}),
    gender,
    contact_details,
    file_number,
    ...(voidedAt === null ? {} : { voided: { at: voidedAt, reason: record.void_reason ?? "" } }),
  };
}

const UNREADABLE: UnreadablePatient = {
  full_name: null,
  date_of_birth: null,
  gender: null,
  contact_details: null,
  file_number: null,
  error: "record_unreadable",
};

/** What is sealed of a patient: `date_of_birth_estimated` only where it is true. */
export function toPatientRecord(
  { date_of_birth_estimated: estimated, ...details }: NewPatient | PatientRecord,
): PatientRecord {
  return { ...details, ...(estimated ? { date_of_birth_estimated: true as const } : {}) };
}

/** What the audit says that a list of patients was about. */
export function subjectsOfPatients({ items, total }: Listing<Patient, string>): Subjects {
  if (!Array.isArray(items)) return { bulk: total, of: "patient" };
  return subjectsOf("patient", items.map(({ patient_id }) => patient_id));
}
