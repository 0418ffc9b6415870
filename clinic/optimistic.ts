import { ClinicError } from "./errors.ts";

/** A change to something that has an id; `ifVersion` is what the caller last saw, if it said so. */
export interface ChangeRequest<Change> {
  readonly id: string;
  readonly change: Change;
  readonly ifVersion?: number | undefined;
}

/** Whether a change is empty: then there is no new version, which would only get in the way of others. */
export function isEmptyChange(change: object): boolean {
  return Object.keys(change).length === 0;
}

const ATTEMPTS = 200; // one of the writers of a row gets through in each commit, so a crowd needs many

/**
 * Reads a row, and writes what `write` makes of it unless it was changed in between. A caller that named a version is
 * told so; for one that did not, the newer row is read and changed instead.
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
