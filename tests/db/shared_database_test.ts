import assert from "node:assert/strict";
import { NOW, onServer, openStore, type TestDatabase, withOtherKeys } from "@/tests/support/db/databases.ts";
import { checkedAudit } from "@/tests/support/db/audit.ts";
import {
  commit,
  newDepartment,
  newPatient,
  newSession,
  newStaff,
  newVisit,
  query,
} from "@/tests/support/db/rows.ts";
import type { Store } from "@/db/store.ts";

onServer("two processes share one database: each sees what the other wrote", async (place) => {
  await withTwo(place, async (one, other) => {
    const [department, nurse] = [newDepartment(), newStaff()];
    const session = newSession(nurse.id);
    await commit(one, one.departments.insert(department), one.staff.insert(nurse));
    await commit(one, one.sessions.insert(session));
    assert.equal(other.directory.departments.size, 0); // not before it asks
    await other.directory.current();
    assert.deepEqual(other.directory.departments.get(department.id), department);
    assert.deepEqual(other.directory.staff.get(nurse.id), nurse);
    assert.deepEqual(other.directory.sessions.get(session.id), session);
    const patient = newPatient();
    await commit(other, other.patients.insert(patient));
    assert.deepEqual(await one.patients.byId(patient.id), patient);
    await commit(one, one.visits.insert(newVisit({ patient, department, clinician: nurse })));
    assert.equal(await other.visits.total({ withVoided: true }), 1);
  });
});

onServer("a session that one process ends has ended in the other when it asks", async (place) => {
  await withTwo(place, async (one, other) => {
    const nurse = newStaff();
    const sessions = [newSession(nurse.id), newSession(nurse.id)] as const;
    await commit(one, one.staff.insert(nurse), ...sessions.map((row) => one.sessions.insert(row)));
    await other.directory.current();
    assert.equal(other.directory.sessions.size, 2);
    await commit(one, one.sessions.update({ ...sessions[0], version: 2, endedAt: NOW.toISOString() }));
    await other.directory.current();
    assert.deepEqual([...other.directory.sessions.keys()], [sessions[1].id]);
  });
});

onServer("of two edits of one version at once by two processes one holds", async (place) => {
  await withTwo(place, async (one, other) => {
    const row = newPatient();
    await commit(one, one.patients.insert(row));
    for (let version = 2; version < 12; version++) {
      const outcomes = await Promise.allSettled([one, other].map((store, index) => {
        const record = { ...row.record, full_name: `Version ${version} of ${index}` };
        return commit(store, store.patients.update({ ...row, version, record }, row));
      }));
      assert.deepEqual(outcomes.map(({ status }) => status).sort(), ["fulfilled", "rejected"]);
      const lost = outcomes.find((outcome) => outcome.status === "rejected")!;
      assert.equal(lost.reason.reason, "version_conflict");
    }
    assert.equal((await one.patients.byId(row.id))!.version, 11);
  });
});

onServer("two processes that write at once keep a chain each, with no number missing", async (place) => {
  await withTwo(place, async (one, other) => {
    const stores = Array.from({ length: 60 }, (_, index) => index % 2 ? one : other);
    await Promise.all(stores.map((store) => commit(store, store.patients.insert(newPatient()))));
    const entries = await checkedAudit(one);
    for (const store of [one, other]) {
      const own = entries.filter(({ chain, action }) => chain === store.chain.id && action === "test.write");
      assert.equal(own.length, 30);
    }
    assert.equal(await one.patients.total(true), 60);
    const numbers = (await query(one, "SELECT seq FROM patient ORDER BY seq")).flat();
    assert.equal(new Set(numbers).size, 60);
  });
});

onServer(
  "two processes that open one empty database at once initialise it once and share its keys",
  async (place) => {
    const stores = await Promise.all([openStore(place), openStore(place)]);
    const [one, other] = stores.map((store) => store.keys);
    assert.deepEqual(one!.signing, other!.signing);
    assert.deepEqual(one!.currentSealingKey, other!.currentSealingKey);
    assert.deepEqual(await query(stores[0]!, "SELECT count(*) FROM key_ring"), [[1]]);
    for (const store of stores) await store.close();
  },
);

onServer("of two who open one empty database with keys of their own, one is refused", async (place) => {
  const other = withOtherKeys(place);
  const outcomes = await Promise.allSettled([openStore(place), openStore(other)]);
  const opened = outcomes.filter((outcome) => outcome.status === "fulfilled");
  const refused = outcomes.find((outcome) => outcome.status === "rejected");
  assert.equal(opened.length, 1);
  assert.equal(refused!.reason.name, "ForeignDatabase");
  assert.deepEqual(await query(opened[0]!.value, "SELECT count(*) FROM key_ring"), [[1]]);
  await opened[0]!.value.close();
});

/** Two stores on one database, the second opened once the first has made it. */
async function withTwo(
  place: TestDatabase,
  test: (one: Store, other: Store) => Promise<void>,
): Promise<void> {
  const stores = [await openStore(place), await openStore(place)] as const;
  try {
    await test(...stores);
  } finally {
    for (const store of stores) await store.close();
  }
}
