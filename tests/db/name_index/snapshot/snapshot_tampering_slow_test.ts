import assert from "node:assert/strict";
import { KeyRing, newKeyRing } from "@/db/crypto/key_ring.ts";
import { Field } from "@/db/name_index/dictionary/field.ts";
import { Segment } from "@/db/name_index/segment/segment.ts";
import type { Snapshot } from "@/db/name_index/snapshot/snapshot.ts";
import { Records } from "@/db/tables/records.ts";
import type { Store } from "@/db/store.ts";
import type { Value } from "@/db/port/port.ts";
import { onEveryDatabase, onFiles, openStore, type TestDatabase } from "@/tests/support/db/databases.ts";
import { query, tamper } from "@/tests/support/db/rows.ts";
import {
  generations,
  noPause,
  register,
  snapshotOf,
  snapshotsAt,
  snapshotsOf,
} from "@/tests/support/name_index/snapshots.ts";

/** What somebody who can write to the file does to a snapshot of three pages. */
const TAMPERED: Record<string, (store: Store) => Promise<unknown>> = {
  "two pages changed places": async (store) => {
    await tamper(store, "UPDATE name_index_page SET page = 12 - page");
    await tamper(store, "UPDATE name_index_page SET page = page - 10");
  },
  "a page is in the place of another": (store) =>
    tamper(
      store,
      "UPDATE name_index_page SET sealed = (SELECT sealed FROM name_index_page WHERE page = 0) WHERE page = 1",
    ),
  "a page is missing": (store) => tamper(store, "DELETE FROM name_index_page WHERE page = 1"),
  "the last page is missing": (store) => tamper(store, "DELETE FROM name_index_page WHERE page = 2"),
  "a page is cut": (store) =>
    tamper(store, "UPDATE name_index_page SET sealed = substr(sealed, 1, 200000) WHERE page = 1"),
  "a page is empty": (store) => tamper(store, "UPDATE name_index_page SET sealed = x'' WHERE page = 0"),
  "a page is a text": (store) => tamper(store, "UPDATE name_index_page SET sealed = 'a text' WHERE page = 0"),
  "a page has another number": (store) => tamper(store, "UPDATE name_index_page SET page = 7 WHERE page = 2"),
  "the pages have another generation": (store) =>
    tamper(store, "UPDATE name_index_page SET generation = '019b0000-0000-7000-8000-000000000000'"),
  "the manifest has another version": (store) => tamper(store, "UPDATE name_index SET version = version + 1"),
  "the manifest is nothing": (store) => tamper(store, "UPDATE name_index SET record = zeroblob(600)"),
  "the manifest is a text": (store) => tamper(store, "UPDATE name_index SET record = 'a text'"),
};
for (const byte of [1, 12, 13, 100_000, 262_156, 262_157, 262_171]) {
  TAMPERED[`a bit of byte ${byte} of a page is turned`] = (store) =>
    turnBit(store, "name_index_page", "sealed", byte);
}
for (const byte of [1, 5, 17, 18, 300]) {
  TAMPERED[`a bit of byte ${byte} of the manifest is turned`] = (store) =>
    turnBit(store, "name_index", "record", byte);
}

for (const [what, change] of Object.entries(TAMPERED)) {
  onFiles(`[S39] a snapshot is refused when ${what}`, (place) => assertRefused(place, change));
}

onEveryDatabase(
  "[S39] a page of an earlier snapshot is refused in a later one",
  (place) =>
    assertRefused(place, async (store) => {
      const early = await onePage(store);
      await snapshotsOf(store).save((await snapshotsOf(store).load())!, noPause);
      assert.ok(await snapshotsOf(store).load());
      await tamper(store, "UPDATE name_index_page SET sealed = ? WHERE page = 0", early);
    }),
);

onEveryDatabase(
  "[S39] all pages of an earlier snapshot are refused under a later one's manifest",
  (place) =>
    assertRefused(place, async (store) => {
      const early = await query(store, "SELECT sealed, page FROM name_index_page");
      await snapshotsOf(store).save((await snapshotsOf(store).load())!, noPause);
      for (const args of early) {
        await tamper(store, "UPDATE name_index_page SET sealed = ? WHERE page = ?", ...args);
      }
    }),
);

onFiles(
  "a snapshot in another format than this program's is built anew",
  (place) =>
    assertRefused(place, async (store) => {
      const [[version, sealed]] = await query(store, "SELECT version, record FROM name_index") as [
        [number, Uint8Array],
      ];
      const records = new Records(store.databaseId, store.keys, assert.fail);
      const row = { table: "name_index", id: "1", version, readableColumns: [] };
      const manifest = records.open<{ format: number }>(row, sealed) as { format: number };
      const other = records.seal(row, { ...manifest, format: manifest.format + 1 });
      await tamper(store, "UPDATE name_index SET record = ?", other);
    }),
);

/** What another version of the program may have written in a format of the same number. */
const OTHER_LAYOUTS: Record<string, (whole: Segment) => Segment> = {
  "has fewer parts": ({ ids, birthDays, byBirth, fields }) => {
    const { texts, starts, patients } = fields.numbers;
    const numbers = new Field(texts, starts, patients, undefined);
    return new Segment(ids, birthDays, byBirth, { ...fields, numbers });
  },
  "has longer ids": ({ ids, birthDays, byBirth, fields }) =>
    new Segment(new Uint8Array(ids.length * 2), birthDays, byBirth, fields),
  "has texts that no patient has": ({ ids, birthDays, byBirth, fields }) => {
    const { texts, starts, trigrams } = fields.words;
    const words = new Field(texts, starts, new Uint32Array(0), trigrams);
    return new Segment(ids, birthDays, byBirth, { ...fields, words });
  },
};

for (const [what, change] of Object.entries(OTHER_LAYOUTS)) {
  onFiles(
    `a snapshot that ${what} than this program's is made anew`,
    (place) =>
      assertRefused(place, async (store) => {
        const { whole, ...others } = (await snapshotsOf(store).load())!;
        await snapshotsOf(store).save({ ...others, whole: change(whole) }, noPause);
      }),
  );
}

onFiles(
  "a snapshot whose manifest lacks a field is built anew",
  (place) =>
    assertRefused(place, async (store) => {
      const { quarantined: _, ...others } = (await snapshotsOf(store).load())!;
      await snapshotsOf(store).save(others as Snapshot, noPause);
    }),
);

onFiles(
  "[S39] a snapshot of another database is refused, though it is intact",
  (place) =>
    assertRefused(place, async (store) => {
      const snapshot = (await snapshotsOf(store).load())!;
      await snapshotsAt(store.port, crypto.randomUUID(), store.keys).save(snapshot, noPause);
    }),
);

onFiles(
  "[S39] a snapshot that other keys sealed is refused, though it is intact",
  (place) =>
    assertRefused(place, async (store) => {
      const snapshot = (await snapshotsOf(store).load())!;
      await snapshotsAt(store.port, store.databaseId, new KeyRing(newKeyRing())).save(snapshot, noPause);
    }),
);

onEveryDatabase("[S39] a snapshot of another epoch is not used", async (place) => {
  const store = await falselyKept(place);
  await tamper(store, "UPDATE meta SET value = 'another' WHERE key = 'epoch'");
  await store.close();
  await assertFindsAll(place, [1, 1, 2]);
});

// Without this the tests above would pass if snapshots were never read at all.
onEveryDatabase("an unchanged snapshot is loaded", async (place) => {
  const store = await falselyKept(place);
  assert.ok(await snapshotsOf(store).load());
  await store.close();
  await assertFindsAll(place, [0, 0, 0]);
});

onEveryDatabase("from an earlier snapshot that was restored the index catches up", async (place) => {
  const store = await openStore(place);
  await register(store, ["Lineo Mokoena"]);
  await store.finder.saveNow();
  const manifest = (await query(store, "SELECT version, record FROM name_index"))[0]!;
  const pages = await query(store, "SELECT generation, page, sealed FROM name_index_page");
  await register(store, ["Thabo Mokoena"]);
  await store.finder.saveNow();
  await tamper(store, "UPDATE name_index SET version = ?, record = ?", ...manifest);
  for (const page of pages) await tamper(store, "INSERT INTO name_index_page VALUES (?, ?, ?)", ...page);
  assert.equal((await snapshotsOf(store).load())!.whole.size, 1);
  await store.close();
  await assertFindsAll(place, [1, 1, 2]);
});

/** The snapshot says nothing of those who are registered; once it is tampered with, they must be found all the same. */
async function assertRefused(
  place: TestDatabase,
  change: (store: Store) => Promise<unknown>,
): Promise<void> {
  const store = await falselyKept(place);
  await change(store);
  assert.ok(await snapshotsOf(store).load() === undefined, "it is not loaded");
  await store.close();
  await assertFindsAll(place, [1, 1, 2]);
}

/** A store with two patients, and a snapshot in three pages, at the right mark, of other people. */
async function falselyKept(place: TestDatabase): Promise<Store> {
  const store = await openStore(place);
  await register(store, ["Lineo Mokoena", "Thabo Mokoena"]);
  await store.finder.saveNow();
  const { mark, highest, quarantined } = (await snapshotsOf(store).load())!;
  const { whole } = snapshotOf(3, 1);
  await snapshotsOf(store).save({ whole, mark, highest, quarantined }, noPause);
  assert.deepEqual(await generations(store), [3]);
  return store;
}

/** How many are found, after a new start, by each of these. */
async function assertFindsAll(place: TestDatabase, totals: readonly number[]): Promise<void> {
  const store = await openStore(place);
  const found = [];
  for (const search of ["lineo", "tabo", "mokwena"]) found.push((await store.finder.find(search, 10)).total);
  await store.close();
  assert.deepEqual(found, totals);
}

async function onePage(store: Store): Promise<Value> {
  return (await query(store, "SELECT sealed FROM name_index_page WHERE page = 0"))[0]![0]!;
}

/** @param byte from 0 @param column of the first row of a table */
async function turnBit(store: Store, table: string, column: string, byte: number): Promise<void> {
  const [[bytes]] = await query(store, `SELECT ${column} FROM ${table} LIMIT 1`) as [[Uint8Array]];
  const turned = Uint8Array.from(bytes);
  assert.ok(byte < bytes.length);
  turned[byte]! ^= 1;
  await tamper(store, `UPDATE ${table} SET ${column} = ? WHERE ${column} = ?`, turned, bytes);
}
