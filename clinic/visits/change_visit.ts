import { z } from "zod";
import type { OpenVisitRow } from "@/db/tables/visits.ts";
import { requireWithinAYear } from "@/clinic/calendar.ts";
import { ClinicError } from "@/clinic/errors.ts";
import { day, idInBody, notes, timeOfDay } from "@/clinic/fields.ts";
import { type ChangeRequest, isEmptyChange, updateRecord } from "@/clinic/update_row.ts";
import { command } from "@/clinic/verb.ts";
import { validateReferences } from "./visit.ts";

export const visitChange = z.strictObject({
  department_id: idInBody,
  doctor_id: idInBody,
  visit_date: day,
  visit_time: timeOfDay,
  notes,
}).partial();
export type VisitChange = z.infer<typeof visitChange>;

/** A visit is corrected. @throws ClinicError as logVisit, not_found | version_conflict | record_unreadable */
export const changeVisit = command(
  "visit.change",
  (task, { change, ...which }: ChangeRequest<VisitChange>) => {
    if (change.visit_date) requireWithinAYear(task.clinic, "visit_date", change.visit_date);
    validateReferences(task.clinic, change);
    return updateRecord(task, task.clinic.store.visits, which, (row) => {
      if (row.voidedAt !== null) throw new ClinicError("not_found");
      return isEmptyChange(change) ? row : withChange(row, change);
    });
  },
);

function withChange(row: OpenVisitRow, change: VisitChange): OpenVisitRow {
  return {
    ...row,
    departmentId: change.department_id ?? row.departmentId,
    clinicianId: change.doctor_id ?? row.clinicianId,
    visitDate: change.visit_date ?? row.visitDate,
    visitTime: change.visit_time ?? row.visitTime,
    record: { ...row.record, notes: change.notes ?? row.record.notes },
  };
}
