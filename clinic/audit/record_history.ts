import { type Subject, subjectsOf as readOf } from "@/db/audit/entry.ts";
import type { UnreadableRecord } from "@/db/crypto/seal.ts";
import { readChangesOf } from "@/db/audit/changes.ts";
import type { StoredEntry } from "@/db/audit/walk.ts";
import { type KnownPerson, personOf, subjectsOf } from "./audit_record.ts";
import type { Clinic } from "@/clinic/clinic.ts";
import type { Actor, Scope } from "@/clinic/scope.ts";
import { currentDepartment, currentStaffMember } from "@/clinic/current_rows.ts";
import { ClinicError } from "@/clinic/errors.ts";
import { mayDo } from "@/clinic/permissions.ts";
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

/** One change. The audit does not hold what was changed, only its digest: no text of a patient. */
export interface RecordChange {
  /** Instant, UTC. */
  readonly at: string;
  readonly action: string;
  /** Null for what was done from the command line. */
  readonly by: KnownPerson | null;
  /** The version that it made; 1 is the beginning. */
  readonly version: number;
  /** Why it was restored, where a reason was given. The record holds that of the last time only. */
  readonly reason?: string;
}

const MAX_CHANGES = 100;

const histories = {
  patient: historyVerb("patient.read_history"),
  visit: historyVerb("visit.read_history"),
  department: historyVerb("department.read_history"),
  staff: historyVerb("staff.read_history"),
};

/**
 * The newest 100 changes to a record, from the audit. They are found by the table audit_change, which names the entries
 * of each row that was changed: without it the whole audit would have to be read, 12 µs an entry. Records that
 * were made in bulk, as the demo clinic's, have no beginning in it.
 * @throws ClinicError not_found | forbidden @throws DatabaseUnavailable
 */
export function historyOf(scope: Scope, filter: RecordRef): Promise<RecordHistory> {
  return histories[filter.table](scope, filter);
}

function historyVerb(action: `${RecordRef["table"]}.read_history`) {
  return auditedQuery(action, readHistory, ({ table, id }) => readOf(table, [id]));
}

async function readHistory(task: Task, { table, id }: RecordRef): Promise<RecordHistory> {
  const row = await requireRecord(task, { table, id });
  const entries = await readChangesOf(task.clinic.store.port, id, MAX_CHANGES + 1);
  const changes = entries.slice(0, MAX_CHANGES).flatMap((entry) =>
    changeIn(task.clinic, entry, { table, id })
  );
  changes.sort((a, b) => b.version - a.version); // a clinic's clock may have been set back
  return { table, id, entries: withRestoreReason(changes, row), more: entries.length > MAX_CHANGES };
}

/** A row of any of the tables: a department's or a member of staff's has no record of its own, and is never voided. */
interface AnyRow {
  readonly version: number;
  readonly voidedAt?: string | null;
  readonly record?: { readonly restore_reason?: string | undefined } | UnreadableRecord;
}

/** @throws ClinicError not_found, also for a voided record where the actor may not see those */
async function requireRecord({ clinic, actor }: Task, filter: RecordRef): Promise<AnyRow> {
  const row: AnyRow | undefined = await rowOf(clinic, filter);
  const isVoided = typeof row?.voidedAt === "string";
  if (!row || (isVoided && !maySeeVoided(actor, filter))) throw new ClinicError("not_found");
  return row;
}

async function rowOf(clinic: Clinic, { table, id }: RecordRef) {
  const { store } = clinic;
  if (table === "patient") return await store.patients.byId(id);
  if (table === "visit") return await store.visits.byId(id);
  return table === "department" ? await currentDepartment(clinic, id) : await currentStaffMember(clinic, id);
}

function maySeeVoided({ role }: Actor, { table }: RecordRef): boolean {
  return (table === "patient" || table === "visit") && mayDo(role, `${table}.see_voided`);
}

/** The change that an entry records; none where audit_change names an entry that is not about this row. */
function changeIn(clinic: Clinic, entry: StoredEntry, { table, id }: Subject): RecordChange[] {
  const subjects = subjectsOf(entry);
  const row = "rows" in subjects
    ? subjects.rows.find((row) => row.table === table && row.id === id)
    : undefined;
  if (!row || row.version === null || entry.outcome !== "done") return [];
  return [{ at: entry.at, action: entry.action, by: personOf(clinic, entry.actor), version: row.version }];
}

/** The reason in the record belongs to the last time it was restored, at or before the version that was read. */
function withRestoreReason(changes: RecordChange[], { version, record }: AnyRow): RecordChange[] {
  if (record === undefined || record instanceof Error || record.restore_reason === undefined) return changes;
  const last = changes.find((change) => change.version <= version && change.action.endsWith(".restore"));
  const reason = record.restore_reason;
  return changes.map((change) => change === last ? { ...change, reason } : change);
}
