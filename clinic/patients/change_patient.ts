import type { z } from "zod";
import { requireNotInFuture } from "@/clinic/calendar.ts";
import { ClinicError } from "@/clinic/errors.ts";
import { type ChangeRequest, isEmptyChange, updateRecord } from "@/clinic/update_row.ts";
import { command } from "@/clinic/verb.ts";
import { newPatient, toPatientRecord } from "./patient.ts";

export const patientChange = newPatient.partial();
export type PatientChange = z.infer<typeof patientChange>;

/** Some of a patient's details change. @throws ClinicError as registerPatient, not_found | version_conflict */
export const changePatient = command(
  "patient.change",
  (task, { change, ...which }: ChangeRequest<PatientChange>) => {
    if (change.date_of_birth) requireNotInFuture(task.clinic, "date_of_birth", change.date_of_birth);
    return updateRecord(task, task.clinic.store.patients, which, (row) => {
      if (row.voidedAt !== null) throw new ClinicError("not_found");
      if (isEmptyChange(change)) return row;
      return { ...row, record: toPatientRecord({ ...row.record, ...change }) };
    });
  },
);
