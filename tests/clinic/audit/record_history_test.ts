import assert from "node:assert/strict";
import { addDepartment, changeDepartment } from "@/clinic/departments/departments.ts";
import { changePatient } from "@/clinic/patients/change_patient.ts";
import { restorePatient, voidPatient } from "@/clinic/patients/void_patient.ts";
import { viewPatient } from "@/clinic/patients/view_patient.ts";
import { historyOf } from "@/clinic/audit/record_history.ts";
import { changeStaffMember } from "@/clinic/staff/staff.ts";
import { changeVisit } from "@/clinic/visits/change_visit.ts";
import { viewVisit } from "@/clinic/visits/view_visit.ts";
import { voidVisit } from "@/clinic/visits/void_visit.ts";
import { apiTest, apiTestOnEveryDatabase } from "@/tests/support/api/test_api.ts";
import { onlyFor, refused, scopeAs } from "@/tests/support/clinic/scopes.ts";

apiTestOnEveryDatabase("[S48] the history of a record", async ({ clinic, registerPatient, logVisit }, t) => {
  const { receptionist, nurse, doctor, admin } = clinic.staffIds;
  const [asNurse, asDoctor, asAdmin] = (["nurse", "doctor", "admin"] as const).map((role) =>
    scopeAs(clinic, role, "2026-03-02T09:00:00.000Z")
  );
  const patient = await registerPatient();
  await registerPatient(); // somebody else
  const visit = await logVisit(patient);

  await t.step("a patient's: who changed it, when and to which version, newest first", async () => {
    await changePatient(asNurse!, { id: patient, change: { contact_details: "+26657000000" } });
    await viewPatient(asDoctor!, { id: patient, withVoided: false });
    await voidPatient(asDoctor!, { id: patient, reason: "twice" });
    await restorePatient(asAdmin!, { id: patient });
    const { entries, more } = await historyOf(asDoctor!, { table: "patient", id: patient });
    const told = entries.map(({ action, by, version }) => [action, by?.id, by?.name, version]);
    assert.deepEqual(
      told, // though by the clock the registration came last
      [
        ["patient.restore", admin, "Mme Puleng", 4],
        ["patient.void", doctor, "Dr. Thabo", 3],
        ["patient.change", nurse, "Nurse Lebo", 2],
        ["patient.register", receptionist, "Ntate Mpho", 1],
      ],
    );
    assert.equal(entries.find(({ version }) => version === 2)!.at, "2026-03-02T09:00:00.000Z");
    assert.equal(more, false);
    assert.doesNotMatch(JSON.stringify(entries), /twice|57000000|Pohano/);
  });

  await t.step("why it was restored, where that was said, and only of the last time", async () => {
    const reasons = async () =>
      (await historyOf(asDoctor!, { table: "patient", id: patient })).entries.map(({ version, reason }) =>
        reason === undefined ? version : `${version}: ${reason}`
      );
    await voidPatient(asDoctor!, { id: patient, reason: "by mistake" });
    await restorePatient(asAdmin!, { id: patient, reason: "these are two people" });
    assert.deepEqual(await reasons(), ["6: these are two people", 5, 4, 3, 2, 1]);
    await changePatient(asNurse!, { id: patient, change: { gender: "F" } });
    assert.equal((await reasons())[1], "6: these are two people");
    await voidPatient(asDoctor!, { id: patient, reason: "after all" });
    assert.equal((await reasons())[2], "6: these are two people");
    await restorePatient(asAdmin!, { id: patient });
    assert.deepEqual(await reasons(), [9, 8, 7, 6, 5, 4, 3, 2, 1]);
    const audit = await clinic.clinic.store.port.read({ sql: "SELECT * FROM audit", args: [] });
    assert.doesNotMatch(JSON.stringify(audit), /two people|by mistake|after all/);
  });

  await t.step("a visit's", async () => {
    await viewVisit(asNurse!, { id: visit, withVoided: false });
    await changeVisit(asNurse!, { id: visit, change: { notes: "sunflower" } });
    const { entries } = await historyOf(asNurse!, { table: "visit", id: visit });
    assert.deepEqual(entries.map(({ action }) => action), ["visit.change", "visit.log"]);
    assert.doesNotMatch(JSON.stringify(entries), /sunflower/);
  });

  await t.step("a change that was refused is not in it", async () => {
    await refused(
      changePatient(asNurse!, { id: patient, change: { gender: "F" }, ifVersion: 1 }),
      "version_conflict",
    );
    const { entries } = await historyOf(asNurse!, { table: "patient", id: patient });
    assert.equal(entries.length, 9);
  });

  await t.step("clinicians and administrators alone read it, and that is audited", async () => {
    await onlyFor(
      clinic,
      ["admin", "doctor", "nurse"],
      (scope) => historyOf(scope, { table: "patient", id: patient }),
    );
    await onlyFor(
      clinic,
      ["admin", "doctor", "nurse"],
      (scope) => historyOf(scope, { table: "visit", id: visit }),
    );
    const { port } = clinic.clinic.store;
    const sql = "SELECT subjects FROM audit WHERE action = ? AND outcome = 'done' LIMIT 1";
    for (const [table, id] of [["patient", patient], ["visit", visit]] as const) {
      const [[subjects]] = await port.read({ sql, args: [`${table}.read_history`] }) as [[string]];
      assert.deepEqual(JSON.parse(subjects), { rows: [{ table, id }] });
    }
  });

  await t.step("a department's and a member of staff's, for administrators alone", async () => {
    const { id: department } = await addDepartment(asAdmin!, { name: "Maternity" });
    await changeDepartment(asAdmin!, { id: department, change: { name: "Radiology" } });
    await changeStaffMember(asAdmin!, { id: nurse, change: { full_name: "Lebo Letsie" } });
    const told = async (table: "department" | "staff", id: string) =>
      (await historyOf(asAdmin!, { table, id })).entries.map(({ action, by }) => [action, by?.id]);
    assert.deepEqual(await told("department", department), [
      ["department.change", admin],
      ["department.add", admin],
    ]);
    assert.deepEqual((await told("staff", nurse))[0], ["staff.change", admin]);
    for (const [table, id] of [["department", department], ["staff", nurse]] as const) {
      await onlyFor(clinic, ["admin"], (scope) => historyOf(scope, { table, id }));
      await refused(historyOf(asAdmin!, { table, id: patient }), "not_found");
    }
  });

  await t.step(
    "of what is not there, is of another table, or is voided and not to be seen, nothing is told",
    async () => {
      await refused(historyOf(asAdmin!, { table: "patient", id: crypto.randomUUID() }), "not_found");
      await refused(historyOf(asAdmin!, { table: "patient", id: visit }), "not_found");
      await voidVisit(asDoctor!, { id: visit, reason: "twice" });
      await refused(historyOf(asNurse!, { table: "visit", id: visit }), "not_found");
      assert.equal((await historyOf(asDoctor!, { table: "visit", id: visit })).entries[0]!.version, 3);
    },
  );
});

apiTest(
  "of a record changed very often the newest 100 changes are told",
  async ({ clinic, registerPatient }) => {
    const asNurse = scopeAs(clinic, "nurse");
    const patient = await registerPatient();
    for (let times = 1; times <= 100; times++) {
      const at = new Date(Date.parse("2099-03-02T09:00:00Z") + times * 1_000).toISOString();
      await changePatient(scopeAs(clinic, "nurse", at), {
        id: patient,
        change: { contact_details: `${times}` },
      });
      const { entries, more } = await historyOf(asNurse, { table: "patient", id: patient });
      if (times >= 99) assert.deepEqual([entries.length, more], times === 99 ? [100, false] : [100, true]);
      if (times >= 99) assert.deepEqual(entries.map(({ version }) => version)[0], times + 1);
    }
  },
);
