import { v7 as uuidv7 } from "uuid";
import type { OpenPatientRow } from "@/db/tables/patients.ts";
import { requireNotInFuture } from "@/clinic/calendar.ts";
import { command, type Task } from "@/clinic/verb.ts";
import { likelyDuplicates } from "./duplicates/likely_duplicates.ts";
import { type NewPatient, toPatientRecord } from "./patient.ts";

/**
 * A patient is registered; returns the new id.
 * @throws ClinicError validation_failed | file_number_taken | forbidden
 */
export const registerPatient = command("patient.register", (task, input: NewPatient) => {
  requireNotInFuture(task.clinic, "date_of_birth", input.date_of_birth);
  return insertPatient(task, input);
});

const MAX_COMPARED = 20; // registering does not wait for more; findDuplicates() does

/** As registerPatient(), for callers who have not looked for duplicates: returns the ids of those found before it. */
export const registerAndFindDuplicates = command("patient.register", async (task, input: NewPatient) => {
  requireNotInFuture(task.clinic, "date_of_birth", input.date_of_birth);
  const duplicates = await likelyDuplicates(task.clinic.store.finder, input, MAX_COMPARED);
  return { ...await insertPatient(task, input), duplicates: duplicates.map(({ row }) => row.id) };
});

/** Ids tell the order of registration, so that none is made long before its row is there. */
async function insertPatient({ clinic, commit }: Task, input: NewPatient) {
  const row: OpenPatientRow = { id: uuidv7(), version: 1, voidedAt: null, record: toPatientRecord(input) };
  await commit(clinic.store.patients.insert(row));
  return { id: row.id, version: 1 };
}
