import assert from "node:assert/strict";
import type { Port } from "@/db/port/port.ts";
import { type Store, systemEntry } from "@/db/store.ts";
import { NO_SUBJECTS } from "@/db/audit/entry.ts";
import { checkedAudit, entriesOf } from "@/tests/support/db/audit.ts";
import { NOW, onEveryStore, onFiles, openStore } from "@/tests/support/db/databases.ts";
import { commit, newPatient, query, tamper } from "@/tests/support/db/rows.ts";
import { until } from "@/tests/support/until.ts";

onEveryStore("of 200 units at once exactly those fail that are refused, each by itself", async (store) => {
  const rows = Array.from(
    { length: 200 },
    (_, index) => newPatient(index % 7 === 3 ? { file_number: "TAKEN" } : {}),
  );
  const outcomes = await Promise.allSettled(rows.map((row) => commit(store, store.patients.insert(row))));
  const duplicates = rows.filter((_, index) => index % 7 === 3).slice(1); // the first of them takes the number
  const failed = rows.filter((_, index) => outcomes[index]!.status === "rejected");
  assert.deepEqual(failed.map(({ id }) => id), duplicates.map(({ id }) => id));
  for (const outcome of outcomes) {
    if (outcome.status === "rejected") assert.equal(outcome.reason.reason, "patient_file_tag.epoch");
  }
  const written = rows.filter((row) => !duplicates.includes(row)).map(({ id }) => id);
  assert.deepEqual((await query(store, "SELECT id FROM patient ORDER BY id")).flat(), written.sort());
  await assertAudited(store, written);
});

onEveryStore("a unit that fails leaves nothing of its earlier statements", async (store) => {
  const good = newPatient({ file_number: "ONE" });
  await commit(store, store.patients.insert(good));
  const before = await state(store);
  const unit = [newPatient(), newPatient(), newPatient({ file_number: "one" })];
  await assert.rejects(commit(store, ...unit.map((row) => store.patients.insert(row))), {
    name: "StatementFailed",
  });
  assert.deepEqual(await state(store), before);
});

onEveryStore("a change and its audit entry have the same row, version and digest", async (store) => {
  const row = newPatient();
  await commit(store, store.patients.insert(row));
  const change = store.patients.update({ ...row, version: 2, voidedAt: NOW.toISOString() }, row);
  await commit(store, change);
  const entries = await entriesOf(store, "test.write");
  assert.deepEqual(entries[1], { outcome: "done", rows: [change.subject] });
  assert.match(change.subject.digest!, /^[0-9a-f]{64}$/);
  assert.notEqual(entries[0].rows[0].digest, change.subject.digest);
});

onEveryStore("[R16] where the audit entry cannot be written the change does not happen", async (store) => {
  await commit(store, store.patients.insert(newPatient()));
  const before = await state(store);
  await tamper(
    store,
    "CREATE TRIGGER no_audit BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'no_audit'); END",
  );
  const row = newPatient();
  const failing = commit(store, store.patients.insert(row));
  await assert.rejects(failing, { name: "StatementFailed", reason: "no_audit" });
  await assert.rejects(store.audit({ ...systemEntry("read", NOW), subjects: NO_SUBJECTS }, false));
  assert.equal(await store.patients.byId(row.id), undefined);
  assert.deepEqual(await state(store), before);
  await tamper(store, "DROP TRIGGER no_audit");
  await commit(store, store.patients.insert(row));
  await checkedAudit(store); // no number was lost to the ones that failed
});

onEveryStore("[R16] of units at once only the one whose audit entry is refused fails", async (store) => {
  await tamper(
    store,
    `CREATE TRIGGER no_audit BEFORE INSERT ON audit WHEN NEW.action = 'bad'
    BEGIN SELECT RAISE(ABORT, 'no_audit'); END`,
  );
  const rows = Array.from({ length: 9 }, () => newPatient());
  const outcomes = await Promise.allSettled(
    rows.map((row, index) =>
      store.commit([store.patients.insert(row)], systemEntry(index === 4 ? "bad" : "test.write", NOW))
    ),
  );
  assert.deepEqual(outcomes.map(({ status }) => status === "rejected"), rows.map((_, index) => index === 4));
  assert.equal(await store.patients.byId(rows[4]!.id), undefined);
  await assertAudited(store, rows.filter((_, index) => index !== 4).map(({ id }) => id));
});

onFiles(
  "entries of reads are synced when the store closes, and soon without that",
  async (place) => {
    const port = place.connect();
    const { watched, syncs } = watching(port);
    const store = await openStore(place, watched);
    syncs.length = 0;
    await store.audit({ ...systemEntry("read", NOW), subjects: NO_SUBJECTS }, false);
    assert.deepEqual(syncs, [false]);
    await until(() => syncs.length > 1, "the sync of what was read");
    assert.deepEqual(syncs, [false, true]);
    await store.audit({ ...systemEntry("read", NOW), subjects: NO_SUBJECTS }, false);
    await store.close();
    assert.deepEqual(syncs, [false, true, false, true]);
  },
);

onEveryStore(
  "a chain begins with the heads of the others, and goes on where it was",
  async (store, place) => {
    await commit(store, store.patients.insert(newPatient()));
    const head = store.chain.head;
    const other = await openStore(place);
    const [, second] = await entriesOf(other, "system.start");
    const hex = [...head.mac].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    const own = { chain: store.chain.id, number: head.number, mac: hex };
    const heads = (await entriesOf(other, "system.start")).map((entry) => entry.heads);
    assert.ok(second && heads.some((list) => JSON.stringify(list) === JSON.stringify([own])));
    await other.close();
    await commit(store, store.patients.insert(newPatient()));
    assert.equal(new Set((await checkedAudit(store)).map(({ chain }) => chain)).size, 2);
  },
);

/** A port that notes for each write whether it was durable, and does everything as `port` does it. */
function watching(port: Port): { watched: Port; syncs: boolean[] } {
  const syncs: boolean[] = [];
  const watched: Port = {
    read: (statement) => port.read(statement),
    readOne: (statement) => port.readOne(statement),
    write: (statements, durable) => {
      syncs.push(durable);
      return port.write(statements, durable);
    },
    close: () => port.close(),
  };
  return { watched, syncs };
}

/** That each of these rows was written by one unit of its own, and nothing else was. */
async function assertAudited(store: Store, ids: readonly string[]): Promise<void> {
  const entries = await entriesOf(store, "test.write");
  const subjects = entries.map(({ rows }) => rows[0].id);
  assert.deepEqual(subjects.sort(), [...ids].sort());
  assert.ok(entries.every(({ outcome, rows }) => outcome === "done" && rows.length === 1));
}

async function state(store: Store) {
  const tables = ["patient", "patient_file_tag", "patient_total", "sequence", "audit", "audit_chain"];
  return await Promise.all(tables.map((table) => query(store, `SELECT * FROM ${table}`)));
}
