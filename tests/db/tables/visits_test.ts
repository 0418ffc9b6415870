import assert from "node:assert/strict";
import type { Store } from "@/db/store.ts";
import type { OpenVisitRow, VisitFilter, VisitRow } from "@/db/tables/visits.ts";
import { onEveryStore } from "@/tests/support/db/databases.ts";
import {
  type Clinic,
  commit,
  newClinic,
  newDepartment,
  newPatient,
  newStaff,
  newVisit,
  query,
} from "@/tests/support/db/rows.ts";

const VOIDED = "2026-03-02T06:20:00.000Z";

onEveryStore("a visit is logged, corrected, moved, voided and restored", async (store) => {
  const clinic = await newClinic(store);
  const other = await newClinic(store);
  const first = newVisit(clinic, { record: { notes: "Khohlela 🩺 \u0000 ".repeat(200) } });
  await commit(store, store.visits.insert(first));
  assert.deepEqual(await store.visits.byId(first.id), first);
  const steps = [
    { record: { notes: "" } },
    { departmentId: other.department.id, clinicianId: other.clinician.id },
    { visitDate: "2026-02-28", visitTime: "23:59" },
    { voidedAt: VOIDED, record: { notes: "", void_reason: "wrong patient" } },
    { voidedAt: null, record: { notes: "" } },
  ];
  let row = first;
  for (const step of steps) {
    row = await write(store, row, step);
    assert.deepEqual(await store.visits.byId(row.id), row);
  }
  assert.equal(row.version, 6);
});

onEveryStore("totals by the counters are what counting gives", async (store) => {
  const clinics = [await newClinic(store), await newClinic(store)];
  const rows: OpenVisitRow[] = [];
  for (let step = 0; step < 36; step++) {
    const clinic = clinics[step % 2]!;
    if (step % 3 === 0) await commit(store, store.visits.insert(rows[rows.push(visitOf(clinic, step)) - 1]!));
    else await changeSomething(store, rows, step, clinic);
  }
  assert.ok(rows.some((row) => row.voidedAt) && rows.some((row) => !row.voidedAt));
  for (const filter of filters(clinics)) await assertTotal(store, rows, filter);
});

onEveryStore("pages go from the newest visit to the oldest, by the filter", async (store) => {
  const clinics = [await newClinic(store), await newClinic(store)];
  const rows = Array.from({ length: 12 }, (_, step) => visitOf(clinics[step % 2]!, step));
  await commit(store, ...rows.map((row) => store.visits.insert(row)));
  await write(store, rows[4]!, { voidedAt: VOIDED });
  for (const filter of filters(clinics)) {
    const wanted = rows.filter((row) => meets({ ...row, voidedAt: row === rows[4] ? VOIDED : null }, filter));
    const ids = (await allPages(store, filter, 3)).map(({ id }) => id);
    assert.deepEqual(ids, wanted.sort((a, b) => keyOf(a) < keyOf(b) ? 1 : -1).map(({ id }) => id));
  }
});

onEveryStore("a visit needs a patient, an active department and an active clinician", async (store) => {
  const clinic = await newClinic(store);
  const others = {
    patient: newPatient(),
    closed: newDepartment({ active: false }),
    doctor: newStaff({ role: "doctor" }),
    gone: newStaff({ active: false }),
    clerk: newStaff({ role: "receptionist" }),
    admin: newStaff({ role: "admin" }),
  };
  await commit(
    store,
    ...[others.doctor, others.gone, others.clerk, others.admin].map((row) => store.staff.insert(row)),
  );
  await commit(store, store.departments.insert(others.closed), store.patients.insert(others.patient));
  await commit(
    store,
    store.patients.update({ ...others.patient, version: 2, voidedAt: VOIDED }, others.patient),
  );
  const before = await query(store, "SELECT * FROM visit_day");
  const refused: [Partial<VisitRow>, string][] = [
    [{ patientId: others.patient.id }, "unknown_patient"], // voided
    [{ patientId: "nobody" }, "unknown_patient"],
    [{ departmentId: others.closed.id }, "inactive_department"],
    [{ departmentId: "nowhere" }, "inactive_department"],
    [{ clinicianId: others.gone.id }, "not_a_clinician"],
    [{ clinicianId: others.clerk.id }, "not_a_clinician"],
    [{ clinicianId: others.admin.id }, "not_a_clinician"],
    [{ clinicianId: "nobody" }, "not_a_clinician"],
  ];
  for (const [fields, reason] of refused) {
    const inserting = commit(store, store.visits.insert({ ...newVisit(clinic), ...fields } as OpenVisitRow));
    await assert.rejects(inserting, { name: "StatementFailed", reason }, JSON.stringify(fields));
  }
  assert.deepEqual(await query(store, "SELECT count(*) FROM visit"), [[0]]);
  assert.deepEqual(await query(store, "SELECT * FROM visit_day"), before);
  await commit(store, store.visits.insert(newVisit({ ...clinic, clinician: others.doctor })));
});

onEveryStore(
  "an old visit keeps a department and clinician that are active no more, but is moved to no other",
  async (store) => {
    const clinic = await newClinic(store);
    const visit = newVisit(clinic);
    await commit(store, store.visits.insert(visit));
    await commit(store, store.departments.update({ ...clinic.department, version: 2, active: false }));
    await commit(store, store.staff.insert(newStaff({ role: "admin" })));
    await commit(store, store.staff.update({ ...clinic.clinician, version: 2, active: false }));
    const corrected = await write(store, visit, { record: { notes: "Cough for four days." } });
    const closed = newDepartment({ active: false });
    await commit(store, store.departments.insert(closed));
    await assert.rejects(write(store, corrected, { departmentId: closed.id }), {
      reason: "inactive_department",
    });
    await assert.rejects(write(store, corrected, { clinicianId: "nobody" }), { reason: "not_a_clinician" });
    assert.deepEqual(await store.visits.byId(visit.id), corrected);
  },
);

onEveryStore("an edit of another version than the one there changes nothing", async (store) => {
  const visit = newVisit(await newClinic(store));
  await commit(store, store.visits.insert(visit));
  const current = await write(store, visit, { visitDate: "2026-03-01" });
  const days = await query(store, "SELECT * FROM visit_day");
  await assert.rejects(write(store, visit, { visitDate: "2026-02-01" }), { reason: "version_conflict" });
  assert.deepEqual(await store.visits.byId(visit.id), current);
  assert.deepEqual(await query(store, "SELECT * FROM visit_day"), days);
});

/** Writes the next version of `row`. */
async function write(store: Store, row: OpenVisitRow, change: Partial<OpenVisitRow>): Promise<OpenVisitRow> {
  const next = { ...row, ...change, version: row.version + 1 };
  await commit(store, store.visits.update(next, row));
  return next;
}

/** One of a few days and times, by `step`. */
function visitOf(clinic: Clinic, step: number): OpenVisitRow {
  return newVisit(clinic, { visitDate: `2026-03-0${1 + step % 4}`, visitTime: step % 5 ? "08:15" : "14:00" });
}

async function changeSomething(
  store: Store,
  rows: OpenVisitRow[],
  step: number,
  clinic: Clinic,
): Promise<void> {
  const at = (step * 5) % rows.length;
  const row = rows[at]!;
  const changes = [
    { voidedAt: row.voidedAt === null ? VOIDED : null },
    { visitDate: `2026-03-0${1 + step % 4}` },
    { departmentId: clinic.department.id },
  ];
  rows[at] = await write(store, row, changes[step % 5 % 3]!);
}

function filters([one, other]: Clinic[]): VisitFilter[] {
  const where = [
    {},
    { departmentId: one!.department.id },
    { departmentId: other!.department.id },
    { patientId: one!.patient.id },
    { departmentId: "nowhere" },
  ];
  const when = [{}, { start: "2026-03-02" }, { end: "2026-03-02" }, {
    start: "2026-03-02",
    end: "2026-03-03",
  }];
  return where.flatMap((one) =>
    when.flatMap((two) => [true, false].map((withVoided) => ({ ...one, ...two, withVoided })))
  );
}

async function assertTotal(store: Store, rows: OpenVisitRow[], filter: VisitFilter): Promise<void> {
  if (filter.patientId !== undefined && (filter.start ?? filter.end)) return; // no total is asked for these
  const counted = rows.filter((row) => meets(row, filter)).length;
  assert.equal(await store.visits.total(filter), counted, JSON.stringify(filter));
}

function meets(row: VisitRow, { patientId, departmentId, start, end, withVoided }: VisitFilter): boolean {
  return (withVoided || row.voidedAt === null) && (patientId ?? row.patientId) === row.patientId &&
    (departmentId ?? row.departmentId) === row.departmentId &&
    (start ?? "") <= row.visitDate && row.visitDate <= (end ?? "9");
}

async function allPages(store: Store, filter: VisitFilter, limit: number): Promise<VisitRow[]> {
  const rows: VisitRow[] = [];
  for (let page = await store.visits.page(filter, undefined, limit); page.length > 0;) {
    rows.push(...page);
    page = await store.visits.page(filter, rows.at(-1), limit);
  }
  return rows;
}

function keyOf({ visitDate, visitTime, id }: VisitRow): string {
  return visitDate + visitTime + id;
}
