import { type Subjects, subjectsOf } from "@/db/audit/entry.ts";
import type { VisitFilter, VisitKey, VisitRow } from "@/db/tables/visits.ts";
import { invalid } from "@/clinic/errors.ts";
import { list, type Listing, type Range } from "@/clinic/listing.ts";
import { requirePatient } from "@/clinic/patients/view_patient.ts";
import { requirePermission } from "@/clinic/require_permission.ts";
import { auditedQuery, type Task } from "@/clinic/verb.ts";
import { toVisit, toVisitWithPatient, type VisitWithPatient } from "./visit.ts";

/** Which visits to list; dates inclusive, either may be left open. */
export interface VisitListFilter extends Range<VisitKey> {
  readonly start?: string | undefined;
  readonly end?: string | undefined;
  readonly departmentId?: string | undefined;
  readonly withVoided: boolean;
}

/** The visits of the clinic, newest first. @throws ClinicError validation_failed | forbidden */
export const listVisits = auditedQuery("visit.list", async (task, filter: VisitListFilter) => {
  const { start, end, departmentId } = filter;
  if (start && end && start > end) {
    throw invalid("start_date", "start_after_end", "The start date is after the end date.");
  }
  if (departmentId !== undefined && !task.clinic.store.directory.departments.has(departmentId)) {
    throw invalid("department", "unknown_department", "There is no such department.");
  }
  return await listFiltered(task, filter, filter, toVisitWithPatient);
}, subjectsOfVisits);

/** One patient's visits, newest first. @throws ClinicError not_found | forbidden */
export const listVisitsOfPatient = auditedQuery(
  "visit.list",
  async (
    task,
    { patientId, withVoided, ...range }: Range<VisitKey> & { patientId: string; withVoided: boolean },
  ) => {
    await requirePatient(task, patientId, withVoided);
    const listing = await listFiltered(task, { patientId, withVoided }, range, toVisit);
    return { patientId, listing };
  },
  ({ patientId }) => subjectsOf("patient", [patientId]),
);

async function listFiltered<Item>(
  task: Task,
  filter: VisitFilter,
  range: Range<VisitKey>,
  toItem: (task: Task, row: VisitRow) => Item,
): Promise<Listing<Item, VisitKey>> {
  if (filter.withVoided) await requirePermission(task, "visit.see_voided");
  const { visits } = task.clinic.store;
  const read = (after: VisitKey | undefined, limit: number) => visits.page(filter, after, limit);
  const keyOf = ({ visitDate, visitTime, id }: VisitRow) => ({ visitDate, visitTime, id });
  return list(read, range, await visits.total(filter), keyOf, (row) => toItem(task, row));
}

function subjectsOfVisits({ items, total }: Listing<VisitWithPatient, VisitKey>): Subjects {
  if (!Array.isArray(items)) return { bulk: total, of: "visit" };
  return subjectsOf("patient", [...new Set(items.map(({ patient_id }) => patient_id))]);
}
