import { list, type Range } from "@/clinic/listing.ts";
import { requirePermission } from "@/clinic/require_permission.ts";
import { auditedQuery } from "@/clinic/verb.ts";
import { subjectsOfPatients, toPatient } from "./patient.ts";

/** The patients in order of registration. @throws ClinicError forbidden */
export const listPatients = auditedQuery(
  "patient.list",
  async (task, { withVoided, ...range }: Range<string> & { withVoided: boolean }) => {
    if (withVoided) await requirePermission(task, "patient.see_voided");
    const { patients } = task.clinic.store;
    const read = (after = "", limit: number) => patients.page(after, limit, withVoided);
    return list(read, range, await patients.total(withVoided), ({ id }) => id, toPatient);
  },
  subjectsOfPatients,
);
