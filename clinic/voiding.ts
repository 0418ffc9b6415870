import { ClinicError } from "./errors.ts";
import { type RecordTable, type RowVersion, updateRecord } from "./update_row.ts";
import type { Task } from "./verb.ts";

// Nothing clinical is ever deleted: a record made by mistake is voided, and can be restored.

/** A record to void, and why. */
export interface VoidRequest extends RowVersion {
  readonly reason: string;
}

/** A voided record to restore, and why, where that is known. */
export interface RestoreRequest extends RowVersion {
  readonly reason?: string | undefined;
}

interface VoidableRow {
  readonly id: string;
  readonly version: number;
  /** Instant, UTC; null when not voided. */
  readonly voidedAt: string | null;
}

/** What is sealed with a record: why it was last voided, and why it was last restored. */
interface Reasons {
  readonly void_reason?: string;
  readonly restore_reason?: string | undefined;
}

/** @throws ClinicError already_voided, and as updateRecord() */
export function voidRecord<Row extends VoidableRow, Record extends Reasons>(
  task: Task,
  table: RecordTable<Row, Record>,
  { reason, ...which }: VoidRequest,
): Promise<{ id: string; version: number }> {
  return updateRecord(task, table, which, (row) => {
    if (row.voidedAt !== null) throw new ClinicError("already_voided");
    const voidedAt = task.clinic.now().toISOString();
    return { ...row, voidedAt, record: { ...row.record, void_reason: reason } };
  });
}

/** @throws ClinicError not_voided, and as updateRecord() */
export function restoreRecord<Row extends VoidableRow, Record extends Reasons>(
  task: Task,
  table: RecordTable<Row, Record>,
  { reason, ...which }: RestoreRequest,
): Promise<{ id: string; version: number }> {
  return updateRecord(task, table, which, (row) => {
    if (row.voidedAt === null) throw new ClinicError("not_voided");
    return { ...row, voidedAt: null, record: { ...row.record, restore_reason: reason } };
  });
}
