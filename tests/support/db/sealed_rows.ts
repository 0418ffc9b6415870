import assert from "node:assert/strict";
import { UnreadableRecord } from "@/db/crypto/seal.ts";
import type { Store } from "@/db/store.ts";
import { commit, newClinic, newSession, newVisit } from "./rows.ts";

/** The tables whose rows hold a sealed record. */
export const sealedTables = ["patient", "visit", "department", "staff", "session"] as const;
export type SealedTable = typeof sealedTables[number];

/** Ids of two rows of each table. The first of each is referred to by no other row. */
export async function twoOfEach(store: Store): Promise<Record<SealedTable, readonly [string, string]>> {
  const [one, other] = [await newClinic(store), await newClinic(store)];
  const visits = [newVisit(other), newVisit(other)] as const;
  const sessions = [newSession(other.clinician.id), newSession(other.clinician.id)] as const;
  await commit(store, ...sessions.map((row) => store.sessions.insert(row)));
  await commit(store, ...visits.map((row) => store.visits.insert(row)));
  return {
    patient: [one.patient.id, other.patient.id],
    visit: [visits[0].id, visits[1].id],
    department: [one.department.id, other.department.id],
    staff: [one.clinician.id, other.clinician.id],
    session: [sessions[0].id, sessions[1].id],
  };
}

/** Which of these rows open, as a reader of the table finds them. */
export async function whichOpen(
  store: Store,
  table: SealedTable,
  ids: readonly [string, string],
): Promise<boolean[]> {
  const opened = await openedIds(store, table);
  return ids.map((id) => opened.includes(id));
}

async function openedIds(store: Store, table: SealedTable): Promise<string[]> {
  switch (table) {
    case "patient":
      return readableIds(await store.patients.page("", 100, true));
    case "visit":
      return readableIds(await store.visits.page({ withVoided: true }, undefined, 100));
    case "department":
      return (await store.departments.changedSince(0)).map(({ id }) => id);
    case "staff":
      return (await store.staff.changedSince(0)).map(({ id }) => id);
    case "session":
      return (await store.sessions.changedSince(0, "")).map(({ id }) => id);
  }
}

function readableIds(rows: readonly { id: string; record: unknown }[]): string[] {
  const opened = rows.filter(({ record }) => !(record instanceof UnreadableRecord));
  for (const { record } of opened) assert.equal(typeof record, "object");
  return opened.map(({ id }) => id);
}
