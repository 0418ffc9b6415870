import { command } from "@/clinic/verb.ts";
import { restoreRecord, type RestoreRequest, voidRecord, type VoidRequest } from "@/clinic/voiding.ts";

/**
 * A visit logged by mistake leaves the lists, and can be restored. Who may do so says clinic/permissions.ts.
 * @throws ClinicError already_voided | not_found
 */
export const voidVisit = command(
  "visit.void",
  (task, request: VoidRequest) => voidRecord(task, task.clinic.store.visits, request),
);

/** A voided visit comes back. @throws ClinicError not_voided | not_found */
export const restoreVisit = command(
  "visit.restore",
  (task, request: RestoreRequest) => restoreRecord(task, task.clinic.store.visits, request),
);
