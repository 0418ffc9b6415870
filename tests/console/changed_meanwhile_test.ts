import assert from "node:assert/strict";
import { today } from "@/clinic/calendar.ts";
import { changeDepartment } from "@/clinic/departments/departments.ts";
import { logVisit } from "@/clinic/visits/log_visit.ts";
import { restoreVisit, voidVisit } from "@/clinic/visits/void_visit.ts";
import { restorePatient, voidPatient } from "@/clinic/patients/void_patient.ts";
import { changeStaffMember } from "@/clinic/staff/staff.ts";
import { testConsole } from "@/tests/support/console/console.ts";
import { ADMIN, NURSE, signedIn, staffed } from "@/tests/support/console/people.ts";
import { asAdmin, PATIENT, register, somebody } from "@/tests/support/console/records.ts";
import { ledTo, titleOf } from "@/tests/support/console/visitor.ts";

Deno.test("a department changed by somebody else: both versions are shown, then it is saved, and the history tells", async () => {
  await using console = await testConsole();
  await staffed(console.clinic);
  const admin = await signedIn(console, ADMIN);
  const [id] = console.clinic.store.directory.departments.keys();
  const path = `/departments/${id}`;
  await changeDepartment(asAdmin(console), { id: id!, change: { name: "Maternity", active: false } });
  const late = await admin.post(path, { name: "Radiology", version: "1" });
  assert.equal(late.status, 422);
  assert.ok(late.html.includes("Somebody else has changed this record"));
  assert.ok(late.html.includes("<dd>Maternity</dd>") && late.html.includes("<dd>No longer in use</dd>"));
  assert.ok(late.html.includes('value="Radiology"'), "what was typed is kept");
  const back = await admin.post(`${path}/active`, { active: "yes", version: "1" });
  assert.equal(back.status, 422);
  assert.ok(back.html.includes('value="Maternity"'), "nothing was typed: the form says what it is called");
  assert.match(ledTo(await admin.post(path, { name: "Radiology", version: "2" }))!, /done=changed$/);
  const { html } = await admin.get(path);
  assert.deepEqual(historyIn(html), ["Changed a department", "Changed a department", "Added a department"]);
  assert.ok(html.includes("Mme Puleng") && !html.includes("Somebody else has changed"));
});

Deno.test("a member of staff changed by somebody else: both versions are shown, and nothing typed is lost", async () => {
  await using console = await testConsole();
  await staffed(console.clinic);
  const admin = await signedIn(console, ADMIN);
  const nurse = [...console.clinic.store.directory.staff.values()].find(({ role }) => role === "nurse")!;
  const [department_id] = console.clinic.store.directory.departments.keys();
  const path = `/staff/${nurse.id}`;
  assert.ok((await admin.get(path)).html.includes(`href="/audit?person=${nurse.id}"`));
  await changeStaffMember(asAdmin(console), { id: nurse.id, change: { full_name: "Lebo Letsie" } });
  await changeDepartment(asAdmin(console), { id: department_id!, change: { active: false } });
  const typed = { full_name: "Lebohang Nkhasi", role: "doctor", department_id: department_id! };
  const late = await admin.post(path, { ...typed, version: "1" });
  assert.equal(late.status, 422);
  assert.match(late.html, /Somebody else has changed.*<dd>Lebo Letsie<\/dd>.*<dd>Nurse<\/dd>/s);
  assert.ok(late.html.includes('value="Lebohang Nkhasi"'));
  assert.match(late.html, /<option[^>]+value="doctor"[^>]* selected/);
  assert.ok(
    late.html.includes(`value="${department_id}" selected>`),
    "a department that was closed, too",
  );
  assert.match(ledTo(await admin.post(path, { ...typed, version: "2" }))!, /done=changed$/);
  const { html } = await admin.get(path);
  const changed = "Changed a member of staff";
  assert.deepEqual(historyIn(html), [changed, changed, "Added a member of staff"]);
  assert.ok(!html.includes(NURSE.full_name), "the audit holds no text of a record");
});

Deno.test("a patient changed by somebody else: both versions are shown, and nothing typed is lost", async () => {
  await using console = await testConsole();
  await staffed(console.clinic);
  const admin = await signedIn(console, ADMIN);
  const patient = await register(admin, PATIENT);
  const first = { ...PATIENT, contact_details: "5822 2222", version: "1" };
  assert.match(ledTo(await admin.post(`${patient}/change`, first))!, /done=changed$/);
  const second = await admin.post(`${patient}/change`, {
    ...PATIENT,
    full_name: "Thabo Letsie",
    version: "1",
  });
  assert.equal(second.status, 422);
  assert.ok(second.html.includes("5822 2222") && second.html.includes("Thabo Letsie"));
  assert.ok((await admin.get(patient)).html.includes("Thabo Mokoena"));
  const third = await admin.post(`${patient}/change`, {
    ...PATIENT,
    full_name: "Thabo Letsie",
    version: "2",
  });
  assert.match(ledTo(third)!, /done=changed$/);
});

Deno.test("a patient voided while the form was open: what was typed is kept, and sent when the record is back", async () => {
  await using console = await testConsole();
  await staffed(console.clinic);
  const patient = await register(await signedIn(console, ADMIN));
  const id = patient.split("/").at(-1)!;
  const nurse = await somebody(console, "nurse");
  await voidPatient(asAdmin(console), { id, reason: "twice" });

  const typed = { ...PATIENT, full_name: "Thabo Letsie", version: "1" };
  for (const sent of [typed, { ...typed, gender: "" }, { ...typed, age: "a" }]) {
    const late = await nurse.post(`${patient}/change`, sent);
    assert.equal(late.status, 409);
    assert.match(titleOf(late)!, /^Error: /);
    assert.ok(late.html.includes("was voided while you were typing"));
    assert.ok(late.html.includes('value="Thabo Letsie"') && late.html.includes('value="5811 1111"'));
    assert.ok(!late.html.includes("Mokoena"), "a voided record is shown to nobody by this");
  }
  const [department_id] = console.clinic.store.directory.departments.keys();
  const { id: doctor_id } = [...console.clinic.store.directory.staff.values()].find(({ role }) =>
    role === "nurse"
  )!;
  const visit = {
    department_id: department_id!,
    doctor_id,
    visit_date: today(console.clinic),
    visit_time: "09:30",
    notes: "Cough for two weeks",
  };
  const unlogged = await nurse.post(`${patient}/visit`, visit);
  assert.equal(unlogged.status, 409);
  assert.ok(unlogged.html.includes("Cough for two weeks") && !unlogged.html.includes("Mokoena"));
  assert.equal((await nurse.get(`${patient}/change`)).status, 404);

  await restorePatient(asAdmin(console), { id });
  const back = await nurse.post(`${patient}/change`, typed);
  assert.equal(back.status, 422);
  assert.ok(back.html.includes("Thabo Mokoena") && back.html.includes('value="Thabo Letsie"'));
  assert.match(ledTo(await nurse.post(`${patient}/change`, { ...typed, version: "3" }))!, /done=changed$/);
  assert.match(ledTo(await nurse.post(`${patient}/visit`, visit))!, /done=logged$/);
  assert.deepEqual(console.failures, []);
});

Deno.test("a visit voided while its form was open: what was typed is kept, also for those who do not see it any more", async () => {
  await using console = await testConsole();
  await staffed(console.clinic);
  const patient = await register(await signedIn(console, ADMIN));
  const scope = asAdmin(console);
  const [department_id] = console.clinic.store.directory.departments.keys();
  const { id: doctor_id } = [...console.clinic.store.directory.staff.values()].find(({ role }) =>
    role === "nurse"
  )!;
  const visit = {
    department_id: department_id!,
    doctor_id,
    visit_date: today(console.clinic),
    visit_time: "09:30",
  };
  const patient_id = patient.split("/").at(-1)!;
  const { id } = await logVisit(scope, { ...visit, patient_id, notes: "Cough" });
  const [nurse, doctor] = [await somebody(console, "nurse"), await somebody(console, "doctor")];
  await voidVisit(scope, { id, reason: "Logged twice" });
  const typed = { ...visit, notes: "Cough for two weeks", version: "1" };
  for (
    const [visitor, status, said] of [[nurse, 409, "was voided while you were typing"], [
      doctor,
      422,
      "Logged twice",
    ]] as const
  ) {
    const late = await visitor.post(`/visits/${id}`, typed);
    assert.equal(late.status, status);
    assert.ok(late.html.includes("Cough for two weeks</textarea>"));
    assert.ok(late.html.includes(said));
  }
  assert.equal((await nurse.post(`/visits/${id}/void`, { reason: "x", version: "1" })).status, 403);
  await restoreVisit(scope, { id });
  assert.equal((await nurse.post(`/visits/${id}`, typed)).status, 422); // both versions are shown
  assert.match(ledTo(await nurse.post(`/visits/${id}`, { ...typed, version: "3" }))!, /done=changed$/);
  assert.deepEqual(console.failures, []);
});

/** What was done, as the history on a page tells it, the newest first. */
function historyIn(html: string): string[] {
  const list = /Who changed this record.*?<\/ol>/s.exec(html)?.[0] ?? "";
  return [...list.matchAll(/<span class="fine">([^<]+)</g)].map(([, done]) => done!);
}
