import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { type Subjects, subjectsOf } from "@/db/audit/entry.ts";
import type { OpenVisitRow, VisitFilter, VisitKey, VisitRow } from "@/db/tables/visits.ts";
import { requireWithinAYear } from "@/clinic/calendar.ts";
import type { Clinic, ClinicScope } from "@/clinic/clinic.ts";
import { ClinicError, invalid } from "@/clinic/errors.ts";
import { day, idInBody, notes, timeOfDay } from "@/clinic/fields.ts";
import { list, type Listing, type Range } from "@/clinic/listing.ts";
import { type ChangeRequest, isEmptyChange, updateRow } from "@/clinic/optimistic.ts";
import { requirePatient as mustFindPatient } from "@/clinic/patients/patients.ts";
import { mayDo } from "@/clinic/roles.ts";
import { auditedQuery, command, type Task } from "@/clinic/verb.ts";
import { requirePermission } from "@/clinic/permission.ts";
import { markRestored, markVoided } from "@/clinic/voiding.ts";

export const newVisit = z.strictObject({
  patient_id: idInBody,
  department_id: idInBody,
  doctor_id: idInBody,
  visit_date: day,
  visit_time: timeOfDay,
  notes: notes.default(""),
});
export type NewVisit = z.infer<typeof newVisit>;

export const visitChange = z.strictObject({
  department_id: idInBody,
  doctor_id: idInBody,
  visit_date: day,
  visit_time: timeOfDay,
  notes,
}).partial();
export type VisitChange = z.infer<typeof visitChange>;

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
export interface VisitOfPatient extends Visit {
  readonly patient_id: string;
}
export interface VisitInFull extends VisitOfPatient {
  readonly department_id: string;
  readonly doctor_id: string;
}

/** Which visits are asked for; dates inclusive, either may be left open. */
export interface VisitListFilter extends Range<VisitKey> {
  readonly start?: string | undefined;
  readonly end?: string | undefined;
  readonly departmentId?: string | undefined;
  readonly withVoided: boolean;
}

/** The visits of the clinic, newest first. @throws ClinicError validation_failed | forbidden */
export const listVisits = auditedQuery("visit.list", async (scope, filter: VisitListFilter) => {
  if (filter.start && filter.end && filter.start > filter.end) {
    throw invalid("start_date", "start_after_end", "The start date is after the end date.");
  }
  if (
    filter.departmentId !== undefined && !scope.clinic.store.directory.departments.has(filter.departmentId)
  ) {
    throw invalid("department", "unknown_department", "There is no such department.");
  }
  return await listFiltered(scope, filter, filter, ofPatient);
}, ({ items, total }) => subjectsOfListing(items, total));

/** One patient's visits, newest first. @throws ClinicError not_found | forbidden */
export const listVisitsOfPatient = auditedQuery(
  "visit.list",
  async (
    scope,
    { patientId, withVoided, ...range }: Range<VisitKey> & { patientId: string; withVoided: boolean },
  ) => {
    await requirePatientExists(scope, patientId, withVoided);
    const listing = await listFiltered(scope, { patientId, withVoided }, range, inList);
    return { patientId, listing };
  },
  ({ patientId }) => subjectsOf("patient", [patientId]),
);

/** One visit and its version. @throws ClinicError not_found | forbidden */
export const viewVisit = auditedQuery(
  "visit.read",
  async (scope, { id, withVoided }: { id: string; withVoided: boolean }) => {
    if (withVoided) await requirePermission(scope, "visit.see_voided");
    const row = await scope.clinic.store.visits.byId(id);
    if (!row || (row.voidedAt !== null && !withVoided)) throw new ClinicError("not_found");
    return { version: row.version, view: inFull(scope, row) };
  },
  ({ view }) => ({
    rows: [{ table: "visit", id: view.visit_id }, { table: "patient", id: view.patient_id }],
  }),
);

/** A patient has come: the visit is logged; gives its id. @throws ClinicError validation_failed | forbidden */
export const logVisit = command("visit.log", async ({ clinic, commit }, input: NewVisit) => {
  requireWithinAYear(clinic, "visit_date", input.visit_date);
  validateReferences(clinic, input);
  const row: OpenVisitRow = {
    id: uuidv7(),
    version: 1,
    patientId: input.patient_id,
    departmentId: input.department_id,
    clinicianId: input.doctor_id,
    visitDate: input.visit_date,
    visitTime: input.visit_time,
    voidedAt: null,
    record: { notes: input.notes },
  };
  await commit(clinic.store.visits.insert(row));
  return { id: row.id, version: 1 };
});

/** A visit is put right. @throws ClinicError as logVisit, not_found | version_conflict | record_unreadable */
export const changeVisit = command(
  "visit.change",
  (task, { id, change, ifVersion }: ChangeRequest<VisitChange>) => {
    if (change.visit_date) requireWithinAYear(task.clinic, "visit_date", change.visit_date);
    validateReferences(task.clinic, change);
    return replace(task, id, ifVersion, (row) => {
      if (row.voidedAt !== null) throw new ClinicError("not_found");
      if (isEmptyChange(change)) return row;
      return {
        ...row,
        departmentId: change.department_id ?? row.departmentId,
        clinicianId: change.doctor_id ?? row.clinicianId,
        visitDate: change.visit_date ?? row.visitDate,
        visitTime: change.visit_time ?? row.visitTime,
        record: { ...row.record, notes: change.notes ?? row.record.notes },
      };
    });
  },
);

/** A visit logged by mistake leaves the lists, and can be restored. @throws ClinicError already_voided | not_found */
export const voidVisit = command(
  "visit.void",
  (task, { id, reason, ifVersion }: { id: string; reason: string; ifVersion?: number | undefined }) =>
    replace(task, id, ifVersion, (row) => markVoided(row, task.clinic.now(), reason)),
);

/** A voided visit comes back. @throws ClinicError not_voided | not_found */
export const restoreVisit = command(
  "visit.restore",
  (task, { id, ifVersion }: { id: string; ifVersion?: number | undefined }) =>
    replace(task, id, ifVersion, markRestored),
);

async function listFiltered<Item>(
  scope: Task,
  filter: VisitFilter,
  range: Range<VisitKey>,
  show: (scope: ClinicScope, row: VisitRow) => Item,
): Promise<Listing<Item, VisitKey>> {
  if (filter.withVoided) await requirePermission(scope, "visit.see_voided");
  const { visits } = scope.clinic.store;
  const read = (after: VisitKey | undefined, limit: number) => visits.page(filter, after, limit);
  const keyOf = ({ visitDate, visitTime, id }: VisitRow) => ({ visitDate, visitTime, id });
  return list(read, range, await visits.total(filter), keyOf, (row) => show(scope, row));
}

async function requirePatientExists(
  scope: ClinicScope,
  patientId: string,
  withVoided: boolean,
): Promise<void> {
  await mustFindPatient(scope, patientId, withVoided).catch((error) => {
    if (!(error instanceof ClinicError && error.code === "record_unreadable")) throw error;
  }); // a patient whose record cannot be opened still has visits
}

/** Ids that name nothing at all; whether what they name can take a visit is a condition of the unit. */
function validateReferences({ store }: Clinic, input: Partial<NewVisit>): void {
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

function replace(
  { clinic, commit }: Task,
  id: string,
  ifVersion: number | undefined,
  revise: (row: OpenVisitRow) => OpenVisitRow,
) {
  const { visits } = clinic.store;
  return updateRow(() => visits.byId(id), ifVersion, async (row) => {
    const { record } = row;
    if (record instanceof Error) throw new ClinicError("record_unreadable");
    const opened = { ...row, record };
    const changed = revise(opened);
    if (changed === opened) return { id, version: row.version };
    const revised = { ...changed, version: row.version + 1 };
    await commit(visits.update(revised, row));
    return { id, version: revised.version };
  });
}

/** The contract's six keys; notes only for those who may read them. */
function inList({ clinic, actor }: ClinicScope, row: VisitRow): Visit {
  const { directory } = clinic.store;
  const readable = row.record instanceof Error ? undefined : row.record;
  const mayReadNotes = actor !== null && mayDo(actor.role, "visit.read_notes");
  return {
    visit_id: row.id,
    department: directory.departments.get(row.departmentId)?.name ?? null,
    doctor: directory.staff.get(row.clinicianId)?.full_name ?? null,
    visit_date: row.visitDate,
    visit_time: row.visitTime,
    notes: mayReadNotes && readable ? readable.notes : null,
    ...(row.voidedAt === null ? {} : { voided: { at: row.voidedAt, reason: readable?.void_reason ?? null } }),
    ...(readable ? {} : { error: "record_unreadable" as const }),
  };
}

function ofPatient(scope: ClinicScope, row: VisitRow): VisitOfPatient {
  return { ...inList(scope, row), patient_id: row.patientId };
}

function inFull(scope: ClinicScope, row: VisitRow): VisitInFull {
  return { ...ofPatient(scope, row), department_id: row.departmentId, doctor_id: row.clinicianId };
}

function subjectsOfListing(
  items: VisitOfPatient[] | AsyncIterable<VisitOfPatient[]>,
  total: number,
): Subjects {
  if (!Array.isArray(items)) return { bulk: total, of: "visit" };
  return subjectsOf("patient", [...new Set(items.map(({ patient_id }) => patient_id))]);
}
