import assert from "node:assert/strict";
import { voidPatient } from "@/clinic/patients/void_patient.ts";
import { testConsole } from "@/tests/support/console/console.ts";
import { ADMIN, signedIn, staffed } from "@/tests/support/console/people.ts";
import { asAdmin, register, somebody } from "@/tests/support/console/records.ts";

Deno.test("what was done stands in words, listed by area; its name in the audit is for administrators", async () => {
  await using console = await testConsole();
  await staffed(console.clinic);
  const admin = await signedIn(console, ADMIN);
  await register(admin);
  const { html } = await admin.get("/audit?action=patient.register");
  assert.match(rows(html), /Registered a patient.*<code[^>]*>patient\.register<\/code>/s);
  assert.match(
    html,
    /<optgroup[^>]+label="Patients"[^>]*><option[^>]+value="patient\.change"[^>]*>Changed a patient/,
  );
  assert.match(html, /<option[^>]+value="patient\.register"[^>]* selected[^>]*>Registered a patient</);
  assert.match(html, /<optgroup[^>]+label="Command line"/);
  const auditor = await somebody(console, "auditor");
  const seen = rows((await auditor.get("/audit?action=patient.register")).html);
  assert.ok(seen.includes("Registered a patient") && !seen.includes("patient.register"));
  const inSesotho = new URLSearchParams({ language: "st", next: "/audit" });
  await admin.post("/language", Object.fromEntries(inSesotho));
  assert.ok(rows((await admin.get("/audit?action=patient.register")).html).includes("Ho ngolisa mokuli"));
  const all = rows((await auditor.get("/audit")).html);
  assert.ok(all.includes("Started") && all.includes("The program") && all.includes("Somebody not signed in"));
});

Deno.test("from a patient's page one sees who saw the record; the filter says of whom it is, and can be removed", async () => {
  await using console = await testConsole();
  await staffed(console.clinic);
  const admin = await signedIn(console, ADMIN);
  const patient = await register(admin);
  const id = patient.split("/").at(-1)!;
  const address = `/audit?patient=${id}`;
  const nurse = await somebody(console, "nurse");
  assert.ok((await admin.get(patient)).html.includes(`href="${address}"`));
  assert.ok(!(await nurse.get(patient)).html.includes("/audit?patient="), "who may not is not led there");
  const auditor = await somebody(console, "auditor");

  const { html } = await admin.get(`${address}&action=patient.read`);
  assert.ok(html.includes(`<a href="${patient}">Thabo Mokoena</a>`));
  assert.ok(html.includes('href="/audit?action=patient.read"'), "the other filter stays");
  assert.ok(rows(html).includes("A nurse"));
  const toAuditor = (await auditor.get(address)).html;
  assert.ok(toAuditor.includes(`<code>${id}</code>`) && !toAuditor.includes("Mokoena"));
  assert.equal((await auditor.get(patient)).status, 403);
  await voidPatient(asAdmin(console), { id, reason: "twice" });
  assert.ok((await admin.get(address)).html.includes("Thabo Mokoena"), "a voided one's too");
  const nobodys = crypto.randomUUID();
  assert.ok((await admin.get(`/audit?patient=${nobodys}`)).html.includes(`<code>${nobodys}</code>`));
  assert.deepEqual(console.failures, []);
});

Deno.test("the audit shows who did what to which patient, and can be filtered", async () => {
  await using console = await testConsole();
  await staffed(console.clinic);
  const admin = await signedIn(console, ADMIN);
  const patient = await register(admin);
  const id = patient.split("/").at(-1)!;
  const { html } = await admin.get(`/audit?patient=${id}&action=patient.register`);
  assert.ok(html.includes("patient.register</code>") && html.includes(id));
  assert.ok(!html.includes("5811"));
  assert.ok((await admin.get("/audit?from=2001-01-01&until=2001-01-02")).html.includes("No entries"));
});

Deno.test("what was chosen is taken back by one link, here and among the visits, and there is none before", async () => {
  await using console = await testConsole();
  await staffed(console.clinic);
  const admin = await signedIn(console, ADMIN);
  const all = (page: string) => new RegExp(`</button><a href="${page}"[ >]`);
  assert.doesNotMatch((await admin.get("/audit")).html, all("/audit"));
  assert.match((await admin.get("/audit?from=2026-01-01")).html, all("/audit"));
  assert.doesNotMatch((await admin.get("/visits")).html, all("/visits"));
  assert.match((await admin.get("/visits?from=2026-01-01")).html, all("/visits"));
});

/** The table's part of the page. */
function rows(html: string): string {
  return /<tbody.*<\/tbody>/s.exec(html)?.[0] ?? "";
}
