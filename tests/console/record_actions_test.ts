import assert from "node:assert/strict";
import { testConsole } from "@/tests/support/console/console.ts";
import { ADMIN, signedIn, staffed } from "@/tests/support/console/people.ts";
import { logVisit, PATIENT, register } from "@/tests/support/console/records.ts";
import { ledTo, titleOf, Visitor } from "@/tests/support/console/visitor.ts";

Deno.test("an address that only takes forms leads whoever opens or reloads it to its record", async () => {
  await using console = await testConsole();
  await staffed(console.clinic);
  const admin = await signedIn(console, ADMIN);
  const actions = {
    patients: ["void", "restore"],
    visits: ["void", "restore"],
    staff: ["active", "password-reset"],
    departments: ["active"],
  };
  for (const [folder, names] of Object.entries(actions)) {
    for (const name of names) {
      assert.equal(ledTo(await admin.get(`/${folder}/x%2Fy/${name}`)), `/${folder}/x%2Fy`);
    }
  }
});

Deno.test("a refused form to void or restore is shown again on the record's page, with what was typed", async () => {
  await using console = await testConsole();
  await staffed(console.clinic);
  const admin = await signedIn(console, ADMIN);
  const patient = await register(admin, PATIENT);
  const tooLong = await admin.post(`${patient}/void`, { reason: "twice ".repeat(100), version: "1" });
  assert.equal(tooLong.status, 422);
  assert.match(titleOf(tooLong)!, /^Error: /);
  assert.ok(tooLong.html.includes("twice twice") && tooLong.html.includes(PATIENT.full_name));
  const notVoided = await admin.post(`${patient}/restore`, { reason: "not a duplicate", version: "1" });
  assert.equal(notVoided.status, 422);
  assert.match(notVoided.html, /role="alert"/);
});

Deno.test("a form to void that was sent after the session had ended is sent on after signing in again", async () => {
  await using console = await testConsole();
  await staffed(console.clinic);
  const patient = await register(await signedIn(console, ADMIN), PATIENT);
  const stranger = new Visitor(console.url);
  const form = { reason: "registered twice", version: "1" };
  const to = (await stranger.post(`${patient}/void`, form)).headers.get("location")!;
  assert.equal(to, `/resume?${new URLSearchParams({ next: `${patient}/void` })}`);
  const kept = String(new URLSearchParams(form));
  const { html } = await stranger.post(to, { kept, username: ADMIN.username, password: ADMIN.password });
  assert.ok(html.includes(`action="${patient}/void"`) && html.includes('value="registered twice"'));
  assert.equal(ledTo(await stranger.post(`${patient}/void`, form)), patient);
});

Deno.test("a password that is reset is shown once, ends the old one, and is of use for signing in", async () => {
  await using console = await testConsole();
  await staffed(console.clinic);
  const admin = await signedIn(console, ADMIN);
  const nurse = [...console.clinic.store.directory.staff.values()].find(({ role }) => role === "nurse")!;
  const { status, html } = await admin.post(`/staff/${nurse.id}/password-reset`, {});
  assert.equal(status, 200);
  const password = /One-time password<\/dt><dd><code>([^<]+)</.exec(html)![1]!;
  assert.ok(!(await admin.get(`/staff/${nurse.id}`)).html.includes(password));
  const again = await signedIn(console, { username: nurse.username, password });
  assert.equal(ledTo(await again.get("/patients")), "/password");
  assert.equal(
    (await again.post(`/staff/${nurse.id}/password-reset`, {})).status,
    303,
    "not before their own",
  );
});

Deno.test("a reason for restoring may be given; it is shown in the record's history", async () => {
  await using console = await testConsole();
  await staffed(console.clinic);
  const admin = await signedIn(console, ADMIN);
  const patient = await register(admin, PATIENT);
  await admin.post(`${patient}/void`, { reason: "registered twice", version: "1" });
  const tooLong = await admin.post(`${patient}/restore`, { reason: "no, once ".repeat(100), version: "2" });
  assert.equal(tooLong.status, 422);
  assert.ok(tooLong.html.includes("no, once no, once"));
  assert.match(tooLong.html, /id="reason-problem"/);
  const reason = "a twin <b>";
  assert.equal(ledTo(await admin.post(`${patient}/restore`, { reason, version: "2" })), patient);
  assert.match((await admin.get(patient)).html, /Restored a patient’s record<\/span>: a twin &lt;b></);
});

Deno.test("a reason for voiding does not become one for restoring, when somebody else has voided the record", async () => {
  await using console = await testConsole();
  await staffed(console.clinic);
  const admin = await signedIn(console, ADMIN);
  const patient = await register(admin, PATIENT);
  await admin.post(`${patient}/void`, { reason: "registered twice", version: "1" });
  const late = await admin.post(`${patient}/void`, { reason: "moved away", version: "1" });
  assert.equal(late.status, 422);
  assert.ok(late.html.includes(`action="${patient}/restore"`) && !late.html.includes("moved away"));
});

Deno.test("the reason for voiding is shown as it was typed", async () => {
  await using console = await testConsole();
  await staffed(console.clinic);
  const admin = await signedIn(console, ADMIN);
  const patient = await register(admin, PATIENT);
  const visit = await logVisit(console, admin, patient);
  for (const record of [visit, patient]) {
    await admin.post(`${record}/void`, { reason: `"twins" <b> & one`, version: "1" });
    const { html } = await admin.get(record);
    assert.match(html, /<\/strong> (?:"|&quot;)twins(?:"|&quot;) &lt;b> &amp; one</);
  }
});
