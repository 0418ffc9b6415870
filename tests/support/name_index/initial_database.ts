import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { openLocal } from "@/db/port/local.ts";
import type { OpenPatientRow } from "@/db/tables/patients.ts";
import { Store } from "@/db/store.ts";
import { failTest, NOW } from "@/tests/support/db/databases.ts";
import type { Department } from "@/db/tables/departments.ts";
import type { StaffMember } from "@/db/tables/staff.ts";
import { commit, newDepartment, newPatient, newStaff } from "@/tests/support/db/rows.ts";
import { crowd, NUMBER_STYLES, type Person, recordOf, WORDS } from "./any_patients.ts";

/** A database that many histories begin with, each with a copy of its own. */
export interface InitialDatabase {
  readonly file: string;
  readonly databaseId: string;
  readonly master: Uint8Array;
  readonly department: Department;
  readonly clinician: StaffMember;
  readonly patients: readonly OpenPatientRow[];
}

/** Makes a database of so many patients, with its index saved, in a folder that is removed after the test. */
export async function withInitialDatabase(
  count: number,
  test: (initial: InitialDatabase) => Promise<void>,
): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "dovms-beginning-" });
  try {
    await test(await makeBeginning(join(folder, "clinic.db"), count));
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** Opens the database itself, which no other process may have open. */
export function openInitialDatabase({ file, databaseId, master }: InitialDatabase): Promise<Store> {
  return openFile(file, { databaseId, master });
}

function openFile(file: string, keys: Pick<InitialDatabase, "databaseId" | "master">): Promise<Store> {
  return Store.open({
    port: openLocal(file, undefined),
    ...keys,
    shared: false,
    now: () => NOW,
    onBackgroundFailure: failTest,
  });
}

/** Two of each word, so that searches meet somebody from the start. */
const FIRST_PEOPLE: readonly Person[] = WORDS.map((word, nth) => ({
  name: `${word} ${WORDS[(nth + 7) % WORDS.length]}`,
  numberStyle: nth % NUMBER_STYLES.length,
  contact: `5811 ${1_101 + nth % 2}`,
}));

async function makeBeginning(file: string, count: number): Promise<InitialDatabase> {
  const keys = { databaseId: crypto.randomUUID(), master: randomBytes(32) };
  const store = await openFile(file, keys);
  const [department, clinician] = [newDepartment(), newStaff()];
  await commit(store, store.departments.insert(department), store.staff.insert(clinician));
  const patients = [...crowd(FIRST_PEOPLE, 0, count)].map((person, nth) =>
    newPatient(recordOf(person, nth + 1))
  );
  await commit(store, ...patients.map((row) => store.patients.insert(row)));
  await store.finder.saveNow();
  await store.close();
  return { file, ...keys, department, clinician, patients };
}
