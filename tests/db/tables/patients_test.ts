import assert from "node:assert/strict";
import type { OpenPatientRow, PatientRecord } from "@/db/tables/patients.ts";
import type { Store } from "@/db/store.ts";
import { onEveryStore } from "@/tests/support/db/databases.ts";
import { commit, newPatient, query } from "@/tests/support/db/rows.ts";

onEveryStore("a patient is registered, corrected, voided and restored", async (store) => {
  const first = newPatient();
  await commit(store, store.patients.insert(first));
  assert.deepEqual(await store.patients.byId(first.id), first);
  const voided = "2026-03-02T06:20:00.000Z";
  const steps = [
    { record: { ...first.record, full_name: "Lineo Ts'epo Mokoena 🩺" } },
    { voidedAt: voided, record: { ...first.record, void_reason: "twice" } },
    { voidedAt: null },
  ];
  let row = first;
  for (const step of steps) {
    row = await write(store, row, step);
    assert.deepEqual(await store.patients.byId(row.id), row);
  }
  assert.equal(row.version, 4);
});

onEveryStore("totals by the counters are what counting gives", async (store) => {
  const rows: OpenPatientRow[] = [];
  for (let step = 0; step < 40; step++) {
    const row = rows[(step * 7) % (rows.length || 1)];
    if (step % 3 === 0 || !row) {
      await commit(store, store.patients.insert(rows[rows.push(newPatient()) - 1]!));
    } else {
      const voidedAt = row.voidedAt === null ? "2026-03-02T06:20:00.000Z" : null;
      rows[rows.indexOf(row)] = await write(store, row, { voidedAt });
    }
    await assertTotals(store);
  }
  assert.ok(rows.some((row) => row.voidedAt) && rows.some((row) => !row.voidedAt));
});

onEveryStore("pages follow the order of registration, without the voided unless asked", async (store) => {
  const rows = Array.from({ length: 7 }, () => newPatient()).sort((a, b) => a.id < b.id ? -1 : 1);
  await commit(store, ...rows.map((row) => store.patients.insert(row)));
  await write(store, rows[2]!, { voidedAt: "2026-03-02T06:20:00.000Z" });
  const ids = async (after: string, limit: number, voided: boolean) =>
    (await store.patients.page(after, limit, voided)).map(({ id }) => rows.findIndex((row) => row.id === id));
  assert.deepEqual(await ids("", 3, false), [0, 1, 3]);
  assert.deepEqual(await ids("", 3, true), [0, 1, 2]);
  assert.deepEqual(await ids(rows[3]!.id, 10, false), [4, 5, 6]);
  assert.deepEqual(await ids(rows[6]!.id, 10, true), []);
});

onEveryStore("a file number is taken once, without regard to case", async (store) => {
  const first = newPatient({ file_number: "Abc-1" });
  await commit(store, store.patients.insert(first));
  for (const file_number of ["Abc-1", "abc-1", "ABC-1"]) {
    const inserting = commit(store, store.patients.insert(newPatient({ file_number })));
    await assert.rejects(inserting, { name: "StatementFailed", reason: "patient_file_tag.epoch" });
    assert.equal(await store.patients.isFileNumberTaken(file_number), true);
  }
  assert.equal(await store.patients.total(true), 1);
});

onEveryStore(
  "a file number that was given up can be taken, and one that is kept can change its case",
  async (store) => {
    const [one, other] = [newPatient({ file_number: "A-1" }), newPatient({ file_number: "B-1" })];
    await commit(store, store.patients.insert(one));
    await commit(store, store.patients.insert(other));
    const taking = write(store, other, { record: { ...other.record, file_number: "a-1" } });
    await assert.rejects(taking, { reason: "patient_file_tag.epoch" });
    assert.deepEqual(await store.patients.byId(other.id), other);
    const lower = await write(store, one, { record: { ...one.record, file_number: "a-1" } });
    await write(store, lower, { record: { ...one.record, file_number: "C-1" } });
    await write(store, other, { record: { ...other.record, file_number: "A-1" } });
    assert.equal(await store.patients.isFileNumberTaken("b-1"), false);
  },
);

onEveryStore("an edit of another version than the one there changes nothing", async (store) => {
  const row = newPatient();
  await commit(store, store.patients.insert(row));
  const current = await write(store, row, { voidedAt: "2026-03-02T06:20:00.000Z" });
  const before = await everything(store);
  const gone = newPatient();
  for (const stale of [row, { ...current, version: current.version + 1 }, gone]) {
    const record = { ...stale.record, file_number: "stolen" };
    await assert.rejects(write(store, stale, { record }), { reason: "version_conflict" });
  }
  assert.deepEqual(await everything(store), before);
  assert.equal(await store.patients.isFileNumberTaken("stolen"), false);
});

/** Writes the next version of `row`. */
async function write(
  store: Store,
  row: OpenPatientRow,
  change: { voidedAt?: string | null; record?: PatientRecord },
): Promise<OpenPatientRow> {
  const next = { ...row, ...change, version: row.version + 1 };
  await commit(store, store.patients.update(next, row));
  return next;
}

async function assertTotals(store: Store): Promise<void> {
  const [[all, kept]] = await query(store, "SELECT count(*), sum(voided_at IS NULL) FROM patient") as [
    number[],
  ];
  assert.deepEqual([await store.patients.total(true), await store.patients.total(false)], [all, kept]);
}

async function everything(store: Store) {
  const tables = ["patient", "patient_file_tag", "patient_total", "sequence", "audit"];
  return await Promise.all(tables.map((table) => query(store, `SELECT * FROM ${table}`)));
}
