import { subjectsOf } from "@/db/audit/entry.ts";
import type { PatientRow } from "@/db/tables/patients.ts";
import { ClinicError } from "@/clinic/errors.ts";
import { requirePermission } from "@/clinic/require_permission.ts";
import { auditedQuery, type Task } from "@/clinic/verb.ts";
import { type Patient, toPatient } from "./patient.ts";

/** One patient and the version of the record. @throws ClinicError not_found | forbidden | record_unreadable */
export const viewPatient = auditedQuery(
  "patient.read",
  async (
    task,
    { id, withVoided }: { id: string; withVoided: boolean },
  ): Promise<{ version: number; view: Patient }> => {
    const row = await requirePatient(task, id, withVoided);
    if (row.record instanceof Error) throw new ClinicError("record_unreadable");
    return { version: row.version, view: toPatient(row) };
  },
  ({ view }) => subjectsOf("patient", [view.patient_id]),
);

/** The row of a patient whom the actor may see, whether or not its record opens. @throws ClinicError not_found | forbidden */
export async function requirePatient(task: Task, id: string, withVoided: boolean): Promise<PatientRow> {
  if (withVoided) await requirePermission(task, "patient.see_voided");
  const row = await task.clinic.store.patients.byId(id);
  if (!row || (row.voidedAt !== null && !withVoided)) throw new ClinicError("not_found");
  return row;
}
