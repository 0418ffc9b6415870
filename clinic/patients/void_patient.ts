import { command } from "@/clinic/verb.ts";
import { restoreRecord, type RestoreRequest, voidRecord, type VoidRequest } from "@/clinic/voiding.ts";

/** A patient registered by mistake leaves lists and search, and can be restored. @throws ClinicError already_voided */
export const voidPatient = command(
  "patient.void",
  (task, request: VoidRequest) => voidRecord(task, task.clinic.store.patients, request),
);

/** A voided patient comes back. @throws ClinicError not_voided */
export const restorePatient = command(
  "patient.restore",
  (task, request: RestoreRequest) => restoreRecord(task, task.clinic.store.patients, request),
);
