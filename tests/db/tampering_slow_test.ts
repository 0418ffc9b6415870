import { Buffer } from "node:buffer";
import assert from "node:assert/strict";
import { getTableConfig } from "drizzle-orm/sqlite-core";
import { NO_SUBJECTS } from "@/db/audit/entry.ts";
import { UnreadableRecord } from "@/db/crypto/seal.ts";
import { allTables } from "@/db/tables/schema.ts";
import { type Store, systemEntry } from "@/db/store.ts";
import { entriesOf } from "@/tests/support/db/audit.ts";
import { NOW, onEveryDatabase, onEveryStore, onFiles, openStore } from "@/tests/support/db/databases.ts";
import { query, tamper } from "@/tests/support/db/rows.ts";
import { type SealedTable, sealedTables, twoOfEach, whichOpen } from "@/tests/support/db/sealed_rows.ts";

onEveryStore("[S39] a record moved to another row of its table does not open", async (store) => {
  const rows = await twoOfEach(store);
  for (const table of sealedTables) {
    const [id, other] = rows[table];
    assert.deepEqual(await whichOpen(store, table, rows[table]), [true, true]);
    const [[own, foreign]] = await recordsOf(store, table, id, other);
    await setRecord(store, table, id, foreign);
    await assertUnreadable(store, table, rows[table], id);
    await setRecord(store, table, id, own); // put back: it opens again
    assert.deepEqual(await whichOpen(store, table, rows[table]), [true, true], table);
  }
});

onEveryStore("[S39] a record moved to another table does not open", async (store) => {
  const rows = await twoOfEach(store);
  for (const table of sealedTables) {
    for (const from of sealedTables.filter((name) => name !== table)) {
      const [[own]] = await recordsOf(store, table, rows[table][0], rows[table][1]);
      const [[foreign]] = await recordsOf(store, from, rows[from][0], rows[from][1]);
      await setRecord(store, table, rows[table][0], foreign);
      await assertUnreadable(store, table, rows[table], rows[table][0]);
      await setRecord(store, table, rows[table][0], own);
    }
  }
});

onEveryStore("[S39] a record that does not open is in the audit, once", async (store) => {
  const { patient: [id] } = await twoOfEach(store);
  await tamper(store, "UPDATE patient SET record = zeroblob(300) WHERE id = ?", id);
  for (let time = 0; time < 3; time++) {
    assert.ok((await store.patients.byId(id))!.record instanceof UnreadableRecord);
  }
  await tamper(store, "UPDATE patient SET record = zeroblob(289) WHERE id = ?", id);
  assert.ok(
    (await store.patients.page("", 10, true)).some(({ record }) => record instanceof UnreadableRecord),
  );
  assert.deepEqual(await unreadableInAudit(store), [{ outcome: "failed", rows: [{ table: "patient", id }] }]);
});

// Taken in SQL when the row is written, so nobody knows it when the record is sealed.
const NOT_BOUND = ["seq"];

for (const table of sealedTables) {
  for (const column of readableColumns(table)) {
    const bound = !NOT_BOUND.includes(column);
    const what = bound ? "does not open, the others do" : "opens, and nothing that is read has changed";

    onEveryDatabase(`[S53] a ${table} whose ${column} was changed by SQL ${what}`, async (place) => {
      const store = await openStore(place);
      const rows = await twoOfEach(store);
      await assertAfterChange(store, rows[table], table, column, bound); // the records are kept in memory from here on
      await store.close();
    });

    if (bound) {
      onFiles(
        `[S53] as before, never read before: a ${table} whose ${column} was changed`,
        async (place) => {
          const first = await openStore(place);
          const ids = (await twoOfEach(first))[table];
          await first.close();
          const store = await openStore(place);
          await change(store, table, column, ids);
          await assertUnreadable(store, table, ids, await idOf(store, table, ids));
          await store.close();
        },
      );
    }
  }
}

async function assertAfterChange(
  store: Store,
  ids: readonly [string, string],
  table: SealedTable,
  column: string,
  bound: boolean,
): Promise<void> {
  assert.deepEqual(await whichOpen(store, table, ids), [true, true]);
  await change(store, table, column, ids);
  if (!bound) return assert.deepEqual(await whichOpen(store, table, ids), [true, true]);
  const bad = await idOf(store, table, ids);
  await assertUnreadable(store, table, ids, bad);
  assert.deepEqual(await unreadableInAudit(store), [{ outcome: "failed", rows: [{ table, id: bad }] }]);
}

/** The audit's entries for records that did not open, once all that wait have been written. */
async function unreadableInAudit(store: Store) {
  await store.audit({ ...systemEntry("test.after", NOW), subjects: NO_SUBJECTS }, true);
  return await entriesOf(store, "record.open");
}

/** Gives a column of the first of the two rows another value that the database lets pass. */
async function change(
  store: Store,
  table: SealedTable,
  column: string,
  ids: readonly [string, string],
): Promise<void> {
  if (column === "id") await tamper(store, `DELETE FROM patient_file_tag WHERE patient_id = ?`, ids[0]);
  const before = await query(store, `SELECT ${column} FROM ${table} WHERE id = ?`, ids[0]);
  await tamper(store, `UPDATE ${table} SET ${column} = ${otherValue(table, column)} WHERE id = ?`, ids[0]);
  const after = await query(
    store,
    `SELECT ${column} FROM ${table} WHERE id = ?`,
    await idOf(store, table, ids),
  );
  assert.notDeepEqual(after, before);
}

function otherValue(table: SealedTable, column: string): string {
  const foreign: Record<string, string> = {
    patient_id: "patient",
    department_id: "department",
    clinician_id: "staff",
    staff_id: "staff",
  };
  const other = foreign[column];
  if (other) return `(SELECT id FROM ${other} WHERE id <> ${table}.${column})`;
  if (column === "active") return "1 - active";
  if (column === "version" || column === "seq") return `${column} + 1`;
  if (column === "role") return "'admin'";
  if (column.endsWith("_tag")) return "zeroblob(16)";
  if (column === "id") return "'019b0000-0000-7000-8000-00000000ffff'";
  return column.endsWith("_date")
    ? "'2026-03-01'"
    : column.endsWith("_time")
    ? "'08:16'"
    : "'2026-04-01T00:00:00.000Z'";
}

async function idOf(
  store: Store,
  table: SealedTable,
  [id, other]: readonly [string, string],
): Promise<string> {
  const rows = await query(store, `SELECT id FROM ${table} WHERE id NOT IN (?, ?)`, id, other);
  return rows.length > 0 ? rows[0]![0] as string : id;
}

/** That the row `bad` does not open, and the other of the two does. */
async function assertUnreadable(
  store: Store,
  table: SealedTable,
  ids: readonly [string, string],
  bad: string,
): Promise<void> {
  assert.deepEqual(await whichOpen(store, table, [bad, ids[1]]), [false, true], table);
}

function readableColumns(table: SealedTable): string[] {
  return getTableConfig(allTables[table]).columns.map(({ name }) => name).filter((name) => name !== "record");
}

async function recordsOf(
  store: Store,
  table: SealedTable,
  ...ids: [string, string]
): Promise<[[Buffer, Buffer]]> {
  const select = `(SELECT record FROM ${table} WHERE id = ?)`;
  const [[own, other]] = await query(store, `SELECT ${select}, ${select}`, ...ids) as [
    [Uint8Array, Uint8Array],
  ];
  return [[Buffer.from(own), Buffer.from(other)]];
}

function setRecord(store: Store, table: SealedTable, id: string, record: Uint8Array): Promise<void> {
  return tamper(store, `UPDATE ${table} SET record = ? WHERE id = ?`, record, id);
}
