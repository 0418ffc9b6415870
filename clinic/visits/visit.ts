import { z } from "zod";
import type { VisitRow } from "@/db/tables/visits.ts";
import type { Clinic, ClinicScope } from "@/clinic/clinic.ts";
import { invalid } from "@/clinic/errors.ts";
import { day, idInBody, notes, timeOfDay } from "@/clinic/fields.ts";
import { mayDo } from "@/clinic/permissions.ts";

// This folder is what a clinic does with visits, a file a verb: list, view, log, change, void and restore; the register to
// print; and how many there were lately.

export const newVisit = z.strictObject({
  patient_id: idInBody,
  department_id: idInBody,
  doctor_id: idInBody,
  visit_date: day,
  visit_time: timeOfDay,
  notes: notes.default(""),
});
export type NewVisit = z.infer<typeof newVisit>;

/** A visit in a patient's list. `notes` is null where it is withheld or cannot be opened. */
export interface Visit {
  readonly visit_id: string;
  readonly department: string | null;
  readonly doctor: string | null;
  readonly visit_date: string;
  readonly visit_time: string;
  readonly notes: string | null;
  readonly voided?: { readonly at: string; readonly reason: string | null };
  readonly error?: "record_unreadable";
}
export interface VisitWithPatient extends Visit {
  readonly patient_id: string;
}
export interface FullVisit extends VisitWithPatient {
  readonly department_id: string;
  readonly doctor_id: string;
}

/** The contract's six keys; notes only for those who may read them. */
export function toVisit({ clinic, actor }: ClinicScope, row: VisitRow): Visit {
  const { directory } = clinic.store;
  const record = row.record instanceof Error ? undefined : row.record;
  const mayReadNotes = actor !== null && mayDo(actor.role, "visit.read_notes");
  return {
    visit_id: row.id,
    department: directory.departments.get(row.departmentId)?.name ?? null,
    doctor: directory.staff.get(row.clinicianId)?.full_name ?? null,
    visit_date: row.visitDate,
    visit_time: row.visitTime,
    notes: mayReadNotes && record ? record.notes : null,
    ...(row.voidedAt === null ? {} : { voided: { at: row.voidedAt, reason: record?.void_reason ?? null } }),
    ...(record ? {} : { error: "record_unreadable" as const }),
  };
}

export function toVisitWithPatient(scope: ClinicScope, row: VisitRow): VisitWithPatient {
  return { ...toVisit(scope, row), patient_id: row.patientId };
}

export function toFullVisit(scope: ClinicScope, row: VisitRow): FullVisit {
  return { ...toVisitWithPatient(scope, row), department_id: row.departmentId, doctor_id: row.clinicianId };
}

/**
 * Refuses ids that name nothing at all; whether what they name can take a visit is a condition of the unit that writes it.
 * @throws ClinicError validation_failed
 */
export function validateReferences({ store }: Clinic, input: Partial<NewVisit>): void {
  const { patient_id, department_id, doctor_id } = input;
  if (patient_id !== undefined && !z.uuid().safeParse(patient_id).success) { // half a surrogate pair upsets sqld
    throw invalid("patient_id", "unknown_patient", "There is no such patient.");
  }
  if (department_id !== undefined && !store.directory.departments.has(department_id)) {
    throw invalid("department_id", "unknown_department", "There is no such department.");
  }
  if (doctor_id !== undefined && !store.directory.staff.has(doctor_id)) {
    throw invalid("doctor_id", "unknown_staff", "There is no such member of staff.");
  }
}
