import assert from "node:assert/strict";
import { departmentUsage } from "@/clinic/departments/department_usage.ts";
import { addDepartment, changeDepartment } from "@/clinic/departments/departments.ts";
import { roles } from "@/clinic/roles.ts";
import { changeStaffMember } from "@/clinic/staff/staff.ts";
import { countRecentVisits } from "@/clinic/visits/visit_counts.ts";
import { changeVisit } from "@/clinic/visits/change_visit.ts";
import { restoreVisit, voidVisit } from "@/clinic/visits/void_visit.ts";
import { apiTestOnEveryDatabase, type TestApi } from "@/tests/support/api/test_api.ts";
import { onlyFor, scopeAs } from "@/tests/support/clinic/scopes.ts";

const AT = "2026-03-02T22:30:00.000Z"; // half past midnight of the 3rd in Maseru

apiTestOnEveryDatabase("visits are counted by department and day", async (api, t) => {
  const { clinic, logVisit } = api;
  const admin = scopeAs(clinic, "admin", AT);
  const patient = await api.registerPatient();
  const maternity = (await addDepartment(admin, { name: "Maternity" })).id;
  const closed = (await addDepartment(admin, { name: "Annexe" })).id;
  const forgotten = (await addDepartment(admin, { name: "Barracks" })).id;
  const on = (visit_date: string, department_id: string) => logVisit(patient, { visit_date, department_id });

  await on("2026-03-03", clinic.departmentId);
  await on("2026-03-03", clinic.departmentId);
  await on("2026-03-02", maternity);
  await on("2026-02-18", maternity); // the first of 14 days
  await on("2026-02-17", maternity); // the day before it
  await on("2026-03-04", maternity); // booked
  await on("2026-03-01", closed);
  await on("2025-01-01", forgotten);
  const mistaken = await on("2026-03-01", forgotten);
  await voidVisit(admin, { id: mistaken, reason: "wrong patient" });
  for (const id of [closed, forgotten]) await changeDepartment(admin, { id, change: { active: false } });

  await t.step("on the clinic's day, today last, closed departments only where they had visits", async () => {
    const { today, days, departments, totals } = await countRecentVisits(admin, { days: 14 });
    assert.equal(today, "2026-03-03");
    assert.deepEqual([days.length, days[0], days[11], days[13]], [
      14,
      "2026-02-18",
      "2026-03-01",
      "2026-03-03",
    ]);
    const told = departments.map(({ department_id, name, active, counts }) => [
      department_id,
      name,
      active,
      byDay(days, counts),
    ]);
    assert.deepEqual(told, [
      [closed, "Annexe", false, { "2026-03-01": 1 }],
      [clinic.departmentId, "General Outpatient", true, { "2026-03-03": 2 }],
      [maternity, "Maternity", true, { "2026-02-18": 1, "2026-03-02": 1 }],
    ]);
    assert.deepEqual(byDay(days, totals), {
      "2026-02-18": 1,
      "2026-03-01": 1,
      "2026-03-02": 1,
      "2026-03-03": 2,
    });
  });

  await t.step("without those that were voided, and where a visit was moved to", async () => {
    const visit = await on("2026-03-03", maternity);
    const count = async () => (await countRecentVisits(admin, { days: 1 })).totals;
    assert.deepEqual(await count(), [3]);
    await voidVisit(admin, { id: visit, reason: "wrong patient" });
    assert.deepEqual(await count(), [2]);
    await restoreVisit(admin, { id: visit });
    await changeVisit(admin, { id: visit, change: { visit_date: "2026-03-02" } });
    assert.deepEqual(await count(), [2]);
  });

  await t.step("everybody may see it, the auditor too, and it is not audited", async () => {
    const before = await entries(api);
    await onlyFor(clinic, roles, (scope) => countRecentVisits(scope, { days: 14 }));
    assert.equal(await entries(api), before);
  });

  await t.step("each department is told with its staff at work and all its kept visits", async () => {
    const usage = async () =>
      (await departmentUsage(admin)).map(({ name, active, staff, visits }) => [name, active, staff, visits]);
    const rest = [["Annexe", false, 0, 1], ["Barracks", false, 0, 1]];
    assert.deepEqual(await usage(), [...rest, ["General Outpatient", true, 4, 2], ["Maternity", true, 0, 5]]);
    await changeStaffMember(admin, { id: clinic.staffIds.nurse, change: { active: false } });
    await changeStaffMember(admin, {
      id: clinic.staffIds.doctor,
      change: { department_id: maternity },
    });
    assert.deepEqual(await usage(), [...rest, ["General Outpatient", true, 2, 2], ["Maternity", true, 1, 5]]);
    await onlyFor(clinic, roles, (scope) => departmentUsage(scope));
  });
});

function byDay(days: readonly string[], counts: readonly number[]): Record<string, number> {
  return Object.fromEntries(days.map((day, at) => [day, counts[at]!] as const).filter(([, count]) => count));
}

async function entries({ clinic }: TestApi): Promise<unknown> {
  const { port } = clinic.clinic.store;
  return (await port.read({ sql: "SELECT count(*) FROM audit WHERE outcome = 'done'", args: [] }))[0]![0];
}
