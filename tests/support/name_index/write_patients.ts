import type { OpenPatientRow } from "@/db/tables/patients.ts";
import type { Store } from "@/db/store.ts";
import { commit, newPatient } from "@/tests/support/db/rows.ts";

/** Registers a patient of this name. */
export async function register(store: Store, fullName: string): Promise<OpenPatientRow> {
  const row = newPatient({ full_name: fullName });
  await commit(store, store.patients.insert(row));
  return row;
}

/** Gives a patient another name. */
export function rename(store: Store, row: OpenPatientRow, fullName: string): Promise<OpenPatientRow> {
  return write(store, row, { record: { ...row.record, full_name: fullName } });
}

/** Writes the next version of a patient. */
export async function write(
  store: Store,
  row: OpenPatientRow,
  change: Partial<OpenPatientRow>,
): Promise<OpenPatientRow> {
  const next = { ...row, ...change, version: row.version + 1 };
  await commit(store, store.patients.update(next, row));
  return next;
}

/** The names that a search finds. */
export async function namesFound(store: Store, search: string): Promise<string[]> {
  return (await store.finder.find(search, 50)).rows.map(({ record }) => record.full_name);
}
