import { type Subject, subjectsOf as readOf } from "@/db/audit/entry.ts";
import { readChangesOf } from "@/db/audit/changes.ts";
import type { StoredEntry } from "@/db/audit/walk.ts";
import { type KnownPerson, personOf, subjectsOf } from "./audit_record.ts";
import type { Clinic } from "@/clinic/clinic.ts";
import type { Actor, Scope } from "@/clinic/scope.ts";
import { ClinicError } from "@/clinic/errors.ts";
import { mayDo } from "@/clinic/roles.ts";
import { auditedQuery, type Task } from "@/clinic/verb.ts";

/** A record: of a patient, a visit, a department or a member of staff. */
export interface RecordRef {
  readonly table: "patient" | "visit" | "department" | "staff";
  readonly id: string;
}

/** Who changed a record and when, newest first. */
export interface RecordHistory extends RecordRef {
  readonly entries: RecordChange[];
  /** Whether there are older changes than these. */
  readonly more: boolean;
}

/** One change. What was changed the audit does not hold: it keeps digests, and no text of a patient. */
export interface RecordChange {
  /** Instant, UTC. */
  readonly at: string;
  readonly action: string;
  /** Null for what was done from the command line. */
  readonly by: KnownPerson | null;
  /** The version that it made; 1 is the beginning. */
  readonly version: number;
}

const MOST = 100;

const histories = {
  patient: historyVerb("patient.read_history"),
  visit: historyVerb("visit.read_history"),
  department: historyVerb("department.read_history"),
  staff: historyVerb("staff.read_history"),
};

/**
 * The newest 100 changes to a record, from the audit. They are found by the table audit_change, which names the entries
 * of each row that was changed: without it the whole audit would have to be gone through, 12 µs an entry. Records that
 * were made in bulk, as the demo clinic's, have no beginning in it.
 * @throws ClinicError not_found | forbidden @throws DatabaseUnavailable
 */
export function historyOf(scope: Scope, filter: RecordRef): Promise<RecordHistory> {
  return histories[filter.table](scope, filter);
}

function historyVerb(action: `${RecordRef["table"]}.read_history`) {
  return auditedQuery(action, work, ({ table, id }) => readOf(table, [id]));
}

async function work(task: Task, { table, id }: RecordRef): Promise<RecordHistory> {
  await requireRecord(task, { table, id });
  const entries = await readChangesOf(task.clinic.store.port, id, MOST + 1);
  const changes = entries.slice(0, MOST).flatMap((entry) => changeIn(task.clinic, entry, { table, id }));
  changes.sort((a, b) => b.version - a.version); // a clinic's clock may have been set back
  return { table, id, entries: changes, more: entries.length > MOST };
}

async function requireRecord({ clinic, actor }: Task, filter: RecordRef): Promise<void> {
  const row = await rowOf(clinic, filter);
  const isVoided = row && "voidedAt" in row && row.voidedAt !== null;
  if (!row || (isVoided && !maySeeVoided(actor, filter))) throw new ClinicError("not_found");
}

async function rowOf({ store }: Clinic, { table, id }: RecordRef) {
  if (table === "patient") return await store.patients.byId(id);
  if (table === "visit") return await store.visits.byId(id);
  await store.directory.current();
  return table === "department" ? store.directory.departments.get(id) : store.directory.staff.get(id);
}

/** Departments and staff leave, but are never voided. */
function maySeeVoided({ role }: Actor, { table }: RecordRef): boolean {
  return (table === "patient" || table === "visit") && mayDo(role, `${table}.see_voided`);
}

/** The change that an entry tells of; none where audit_change names one that says something else. */
function changeIn(clinic: Clinic, entry: StoredEntry, { table, id }: Subject): RecordChange[] {
  const subjects = subjectsOf(entry);
  const row = "rows" in subjects
    ? subjects.rows.find((row) => row.table === table && row.id === id)
    : undefined;
  if (!row || row.version === null || entry.outcome !== "done") return [];
  return [{ at: entry.at, action: entry.action, by: personOf(clinic, entry.actor), version: row.version }];
}
