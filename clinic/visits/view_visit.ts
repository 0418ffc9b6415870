import { ClinicError } from "@/clinic/errors.ts";
import { requirePermission } from "@/clinic/require_permission.ts";
import { auditedQuery } from "@/clinic/verb.ts";
import { toFullVisit } from "./visit.ts";

/** One visit and its version. @throws ClinicError not_found | forbidden */
export const viewVisit = auditedQuery(
  "visit.read",
  async (task, { id, withVoided }: { id: string; withVoided: boolean }) => {
    if (withVoided) await requirePermission(task, "visit.see_voided");
    const row = await task.clinic.store.visits.byId(id);
    if (!row || (row.voidedAt !== null && !withVoided)) throw new ClinicError("not_found");
    return { version: row.version, view: toFullVisit(task, row) };
  },
  ({ view }) => ({
    rows: [{ table: "visit", id: view.visit_id }, { table: "patient", id: view.patient_id }],
  }),
);
