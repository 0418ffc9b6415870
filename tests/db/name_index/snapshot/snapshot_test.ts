import assert from "node:assert/strict";
import { nameIndexPlace } from "@/db/tables/authenticated_columns.ts";
import { Records } from "@/db/tables/records.ts";
import { PAGE_BYTES, pageCount } from "@/db/name_index/snapshot/layout.ts";
import { onEveryDatabase, onEveryStore, openStore } from "@/tests/support/db/databases.ts";
import { commit, query } from "@/tests/support/db/rows.ts";
import {
  contentOf,
  generations,
  noPause,
  register,
  snapshotOf,
  snapshotsOf,
} from "@/tests/support/name_index/snapshots.ts";

const ENVELOPE_BYTES = 12 + 16; // nonce and tag

onEveryStore("there is no snapshot at first; what is saved is loaded", async (store) => {
  const snapshots = snapshotsOf(store);
  assert.equal(await snapshots.load(), undefined);
  for (const snapshot of [snapshotOf(1, 1), snapshotOf(3, 2), snapshotOf(2, 3)]) {
    await snapshots.save(snapshot, noPause);
    assert.deepEqual(contentOf(await snapshots.load()), contentOf(snapshot));
    assert.deepEqual(
      contentOf(await snapshotsOf(store).load()),
      contentOf(snapshot),
      "as another process sees it",
    );
    assert.deepEqual(await generations(store), [pageCount(snapshot.whole)]);
  }
});

onEveryStore("a manifest is stored under the keys of the versions before", async (store) => {
  await snapshotsOf(store).save(snapshotOf(1, 7), noPause);
  const [[version, sealed]] = await query(store, "SELECT version, record FROM name_index") as [
    [number, Uint8Array],
  ];
  const records = new Records(store.databaseId, store.keys, () => {});
  const manifest = records.open<Record<string, unknown>>(nameIndexPlace(version), sealed);
  assert.ok(!(manifest instanceof Error));
  const keys = ["format", "key", "mark", "highest", "doubtful", "generation", "tags"];
  assert.deepEqual(Object.keys(manifest).sort(), keys.sort());
  assert.deepEqual(Object.keys(manifest.mark as object).sort(), ["epoch", "seq", "witnesses"]);
});

onEveryStore("every stored page is of one size, whatever is in it", async (store) => {
  const sizes = async () =>
    (await query(store, "SELECT DISTINCT length(sealed) FROM name_index_page")).map(([size]) => size);
  for (const names of [[], ["Neo"], Array.from({ length: 700 }, (_, n) => `Mpho Number${n}`)]) {
    await register(store, names);
    await store.finder.saveNow();
    assert.deepEqual(await sizes(), [PAGE_BYTES + ENVELOPE_BYTES], `${names.length} more`);
  }
  await snapshotsOf(store).save(snapshotOf(3, 9), noPause);
  assert.deepEqual(await sizes(), [PAGE_BYTES + ENVELOPE_BYTES], "three pages");
  assert.deepEqual(await generations(store), [3]);
});

onEveryStore("the same page is never stored as the same bytes", async (store) => {
  const sealed = async () => (await query(store, "SELECT sealed FROM name_index_page"))[0]![0] as Uint8Array;
  const snapshot = snapshotOf(1, 1);
  await snapshotsOf(store).save(snapshot, noPause);
  const first = (await sealed()).slice();
  await snapshotsOf(store).save(snapshot, noPause);
  const second = await sealed();
  const same = first.reduce((count, byte, at) => count + (byte === second[at] ? 1 : 0), 0);
  assert.ok(
    same < first.length / 100,
    `${same} of ${first.length} bytes are the same: by chance 1 in 256 is`,
  );
});

onEveryDatabase(
  "a store continues from its snapshot: nothing is built, and later patients are found",
  async (place) => {
    const first = await openStore(place);
    const names = Array.from({ length: 30 }, (_, n) => `Lineo Number${n}`);
    const [early, ...others] = await register(first, names);
    await first.finder.saveNow();
    const late = await register(first, ["Lineo Later"]);
    const row = (await first.patients.byId(early!))!;
    const record = row.record as Exclude<typeof row.record, Error>;
    const renamed = { ...row, version: 2, record: { ...record, full_name: "Dineo Renamed" } };
    await commit(first, first.patients.update(renamed, { ...row, record }));
    await first.close();
    const store = await openStore(place);
    let told = 0;
    await store.finder.load(() => told++);
    assert.equal(told, 0, "progress is told of building alone");
    const { total, rows } = await store.finder.find("lineo", 50);
    assert.deepEqual([total, rows.map(({ id }) => id)], [30, [...others, ...late]]);
    await store.close();
  },
);
