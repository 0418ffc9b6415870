import assert from "node:assert/strict";
import { addDepartment, changeDepartment } from "@/clinic/departments/departments.ts";
import { type FirstSteps, firstSteps } from "@/clinic/departments/first_steps.ts";
import { voidPatient } from "@/clinic/patients/void_patient.ts";
import { addStaffMember } from "@/clinic/staff/staff.ts";
import { setUp } from "@/clinic/staff/set_up.ts";
import { voidVisit } from "@/clinic/visits/void_visit.ts";
import { apiTestOnEveryDatabase } from "@/tests/support/api/test_api.ts";
import { ADMIN } from "@/tests/support/console/people.ts";
import { testConsole } from "@/tests/support/console/console.ts";
import { asAdmin } from "@/tests/support/console/records.ts";
import { onlyFor, scopeAs } from "@/tests/support/clinic/scopes.ts";

const PERSON = { full_name: "Palesa Mokoena", password: "initial-pass" };

Deno.test("a new clinic has a department first, then somebody who sees patients", async () => {
  await using console = await testConsole();
  const { clinic } = console;
  await setUp({ clinic, actor: null, source: "test" }, ADMIN);
  const admin = asAdmin(console);
  assert.deepEqual(await done(firstSteps(admin)), []);
  const { id } = await addDepartment(admin, { name: "Maternity" });
  assert.deepEqual(await done(firstSteps(admin)), ["department"]);
  await changeDepartment(admin, { id, change: { active: false } });
  assert.deepEqual(await done(firstSteps(admin)), ["department"]);
  await changeDepartment(admin, { id, change: { active: true } });
  const api = { ...PERSON, username: "palesa", role: "receptionist", department_id: id } as const;
  await addStaffMember(admin, api);
  assert.deepEqual(await done(firstSteps(admin)), ["department"]); // who sees no patients
  await addStaffMember(admin, { ...api, username: "lebo", role: "nurse" });
  assert.deepEqual(await done(firstSteps(admin)), ["department", "clinician"]);
});

apiTestOnEveryDatabase(
  "then a patient, then a visit; a voided one was one",
  async ({ clinic, registerPatient, logVisit }) => {
    const admin = scopeAs(clinic, "admin");
    assert.deepEqual(await done(firstSteps(admin)), ["department", "clinician"]);
    const patient = await registerPatient();
    assert.deepEqual(await done(firstSteps(admin)), ["department", "clinician", "patient"]);
    await voidPatient(admin, { id: patient, reason: "for practice" });
    assert.deepEqual(await done(firstSteps(admin)), ["department", "clinician", "patient"]);
    const visit = await logVisit(await registerPatient());
    assert.deepEqual(await done(firstSteps(admin)), ["department", "clinician", "patient", "visit"]);
    await voidVisit(admin, { id: visit, reason: "for practice" });
    assert.deepEqual(await done(firstSteps(admin)), ["department", "clinician", "patient", "visit"]);
    await onlyFor(clinic, ["admin"], (scope) => firstSteps(scope));
  },
);

async function done(asked: Promise<FirstSteps>): Promise<string[]> {
  return Object.entries(await asked).filter(([, isDone]) => isDone).map(([step]) => step);
}
