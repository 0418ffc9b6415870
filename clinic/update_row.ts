import type { Change } from "@/db/tables/change.ts";
import type { UnreadableRecord } from "@/db/crypto/seal.ts";
import { ClinicError } from "./errors.ts";
import type { Task } from "./verb.ts";

/** Which row to change; `ifVersion` is the version that the caller last saw, where it says so. */
export interface RowVersion {
  readonly id: string;
  readonly ifVersion?: number | undefined;
}

/** A change to a row. */
export interface ChangeRequest<Change> extends RowVersion {
  readonly change: Change;
}

/** Whether a change is empty: then there is no new version, which would only get in the way of others. */
export function isEmptyChange(change: object): boolean {
  return Object.keys(change).length === 0;
}

/** A table whose rows hold a sealed record. */
export interface RecordTable<Row, Record> {
  byId(id: string): Promise<(Row & { readonly record: NoInfer<Record> | UnreadableRecord }) | undefined>;
  /** Writes `row` over `before`; the unit fails with `version_conflict` where that is no longer what the table holds. */
  update(row: Row & { readonly record: Record }, before: Row & { readonly record: NoInfer<Record> }): Change;
}

/**
 * Writes what `revise` makes of a row as its next version; nothing where it returns the row itself.
 *
 * @returns the row's id and the version that it now has
 * @throws ClinicError not_found | version_conflict | record_unreadable
 */
export function updateRecord<Row extends { readonly id: string; readonly version: number }, Record>(
  { commit }: Task,
  table: RecordTable<Row, Record>,
  { id, ifVersion }: RowVersion,
  revise: (row: Row & { readonly record: Record }) => Row & { readonly record: Record },
): Promise<{ id: string; version: number }> {
  return updateRow(() => table.byId(id), ifVersion, async (row) => {
    const { record } = row;
    if (record instanceof Error) throw new ClinicError("record_unreadable");
    const before = { ...row, record };
    const revised = revise(before);
    if (revised === before) return { id, version: row.version };
    const version = row.version + 1;
    await commit(table.update({ ...revised, version }, before));
    return { id, version };
  });
}

const ATTEMPTS = 200; // one of the writers of a row gets through in each commit, so a crowd needs many

/**
 * Reads a row, and writes what `write` makes of it unless it was changed in between. A caller that named a version then gets
 * an error; for one that did not, the newer row is read and changed instead.
 * @throws ClinicError not_found | version_conflict
 */
export async function updateRow<Row extends { version: number }, Result>(
  read: () => Promise<Row | undefined>,
  ifVersion: number | undefined,
  write: (row: Row) => Promise<Result>,
): Promise<Result> {
  for (let attempt = 1;; attempt++) {
    const row = await read();
    if (!row) throw new ClinicError("not_found");
    if (ifVersion !== undefined && row.version !== ifVersion) throw new ClinicError("version_conflict");
    try {
      return await write(row);
    } catch (error) {
      if (!isConflict(error) || ifVersion !== undefined || attempt === ATTEMPTS) throw error;
    }
  }
}

function isConflict(error: unknown): boolean {
  return error instanceof ClinicError && error.code === "version_conflict";
}
