import assert from "node:assert/strict";
import { readChangesOf } from "@/db/audit/changes.ts";
import { newestSchema, schemaOf } from "@/db/migrations.ts";
import type { Store } from "@/db/store.ts";
import { systemEntry } from "@/db/store.ts";
import { NOW, onEveryDatabase, openStore } from "@/tests/support/db/databases.ts";
import { commit, newClinic, newPatient, newVisit, tamper } from "@/tests/support/db/rows.ts";

onEveryDatabase(
  "the audit entries of a changed row are found, whatever else is in their unit",
  async (place) => {
    const store = await openStore(place);
    const { patient, ...rest } = await newClinic(store);
    const other = newPatient();
    const visit = newVisit({ patient, ...rest });
    await commit(store, store.patients.insert(other), store.visits.insert(visit));
    await commit(store, store.patients.update({ ...patient, version: 2 }, patient));
    await read(store, patient.id);
    assert.deepEqual(await changed(store, patient.id), ["1", "2"]);
    assert.deepEqual(await changed(store, other.id), ["1"]);
    assert.deepEqual(await changed(store, visit.id), ["1"]);
    assert.deepEqual(await changed(store, crypto.randomUUID()), []);
    await store.close();
  },
);

onEveryDatabase(
  "they are found in a database of an earlier schema too, even with damaged entries",
  async (place) => {
    const store = await openStore(place);
    const patient = newPatient();
    await commit(store, store.patients.insert(patient), store.patients.insert(newPatient()));
    for (const subjects of ['{"rows":["version":', '{"rows":["x"],"version":1}', '"\\"version\\":"', ""]) {
      await read(store, patient.id);
      await tamper(
        store,
        "UPDATE audit SET subjects = ? WHERE number = (SELECT max(number) FROM audit)",
        subjects,
      );
    }
    await read(store, patient.id);
    await asBefore(store);
    await store.close();

    const again = await openStore(place);
    assert.equal(await schemaOf(again.port), newestSchema);
    assert.deepEqual(await changed(again, patient.id), ["1"]);
    await commit(again, again.patients.update({ ...patient, version: 2 }, patient));
    assert.deepEqual(await changed(again, patient.id), ["1", "2"]);
    await again.close();
  },
);

/** Takes back what the third schema brought. */
async function asBefore({ port }: Store): Promise<void> {
  const undo = [
    "DROP TRIGGER audit_changed",
    "DROP TABLE audit_change",
    "UPDATE meta SET value = '2' WHERE key = 'schema'",
  ];
  await port.write(undo.map((sql) => ({ sql, args: [] })), true);
}

function read(store: Store, id: string): Promise<void> {
  return store.audit(
    { ...systemEntry("test.read", NOW), subjects: { rows: [{ table: "patient", id }] } },
    true,
  );
}

/** The versions that the entries tell of, the oldest first. */
async function changed({ port }: Store, id: string): Promise<string[]> {
  const entries = await readChangesOf(port, id, 10);
  const rows = entries.flatMap(({ subjects }) =>
    JSON.parse(subjects).rows as { id: string; version: number }[]
  );
  return rows.filter((row) => row.id === id).map(({ version }) => String(version)).sort();
}
