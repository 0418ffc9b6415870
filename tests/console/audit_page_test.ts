import assert from "node:assert/strict";
import { voidPatient } from "@/clinic/patients/patients.ts";
import { nothing } from "@/db/audit/entry.ts";
import { systemEntry } from "@/db/store.ts";
import { type TestConsole, testConsole } from "@/tests/support/console/console.ts";
import { ADMIN, signedIn, staffed } from "@/tests/support/console/people.ts";
import { asAdmin, register, somebody } from "@/tests/support/console/records.ts";
import { ledTo, titleOf, type Visitor } from "@/tests/support/console/visitor.ts";

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
  assert.match(html, /<optgroup[^>]+label="From the command line"/);
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

Deno.test("whoever may checks the audit: it is whole, until it was changed, and then each finding is a sentence", async () => {
  await using console = await testConsole();
  await staffed(console.clinic);
  const admin = await signedIn(console, ADMIN);
  const auditor = await somebody(console, "auditor");
  const before = await auditor.get("/audit/verify");
  assert.ok(before.html.includes("has not been checked since"));
  assert.ok((await auditor.get("/audit")).html.includes('href="/audit/verify"'));
  const whole = await checked(auditor);
  assert.match(whole, /The audit is whole: \d+ entries\.<\/strong> Checked on \d/);
  assert.ok(!whole.includes("What was found") && !whole.includes("http-equiv"));

  const edited = "SET action = 'patient.list', at = '2026-99-99T99:99:99Z' WHERE number = 2";
  await tamper(console, `UPDATE audit ${edited}`);
  await tamper(console, "DELETE FROM audit WHERE number IN (4, 5)");
  const found = await checked(auditor);
  assert.ok(found.includes("The audit was changed from outside this program."));
  assert.ok(found.includes("Keep a copy of the data folder"));
  assert.match(
    found,
    /Entry 2 of chain <code>[\w-]+<\/code> was changed .* says: no time, Listed patients\./,
  );
  assert.match(found, /Entries 4 to 5 of chain <code>[\w-]+<\/code> are missing\. Written between \d/);
  assert.ok(!found.includes("The audit is whole"));
  const trail = await admin.get("/audit?action=patient.list");
  assert.ok(trail.html.includes("no time"), "an entry that was altered keeps no page from being made");
  assert.ok((await admin.get("/audit?action=audit.verify")).html.includes("Failed"), "it is in the audit");
  assert.deepEqual(console.failures, []);
});

Deno.test("many findings: the first ones, and how many more", async () => {
  await using console = await testConsole();
  await staffed(console.clinic);
  const admin = await signedIn(console, ADMIN);
  const entry = { ...systemEntry("system.witness", new Date()), subjects: nothing };
  await Promise.all(Array.from({ length: 120 }, () => console.clinic.store.audit(entry, false)));
  await tamper(console, "UPDATE audit SET source = 'x' WHERE action = 'system.witness'");
  const found = await checked(admin);
  assert.equal(found.match(/<li[^>]*>Entry /g)?.length, 50);
  assert.match(found, /And 70 more\. The command <code>dovms audit verify<\/code>/);
});

Deno.test("while a check runs the page says how far it is, refreshes nothing by itself, and begins no other", async () => {
  await using console = await testConsole();
  await staffed(console.clinic);
  const admin = await signedIn(console, ADMIN);
  const { verifications } = console.clinic;
  verifications.begin();
  verifications.progress(1_200, 5_000);
  const { html } = await admin.get("/audit/verify");
  assert.match(html, /<progress[^>]* max="5000" value="1200"/);
  assert.ok(html.includes("1,200 of 5,000 entries") && html.includes("Look again"));
  assert.ok(!html.includes("Check now") && !html.includes("http-equiv"));
  assert.equal(ledTo(await admin.post("/audit/verify", {})), "/audit/verify");
  assert.deepEqual(verifications.state.running, { done: 1_200, total: 5_000 }, "that one goes on");
});

Deno.test("a check that breaks off is told on the page and in the log, and the next one works", async () => {
  await using console = await testConsole();
  await staffed(console.clinic);
  const admin = await signedIn(console, ADMIN);
  await tamper(console, "ALTER TABLE audit_chain RENAME TO audit_chain_away");
  const broken = await checked(admin);
  assert.match(broken, /The check broke off on \d/);
  assert.ok(broken.includes("Check now") && !broken.includes("The audit is whole"));
  assert.deepEqual(console.failures.map(({ route }) => route), ["/audit/verify"]);
  await tamper(console, "ALTER TABLE audit_chain_away RENAME TO audit_chain");
  const whole = await checked(admin);
  assert.ok(whole.includes("The audit is whole") && !whole.includes("broke off"));
  assert.equal(console.failures.length, 1);
});

Deno.test("nobody but administrators and auditors checks the audit", async () => {
  await using console = await testConsole();
  await staffed(console.clinic);
  for (const role of ["doctor", "nurse", "receptionist"] as const) {
    const visitor = await somebody(console, role);
    assert.equal((await visitor.get("/audit/verify")).status, 403, role);
    assert.equal((await visitor.post("/audit/verify", {})).status, 403, role);
  }
  assert.equal(console.clinic.verifications.state.last, null);
  const admin = await signedIn(console, ADMIN);
  assert.equal(titleOf(await admin.get("/audit/verify")), "Check the audit – DOVMS");
});

/** Begins a check and looks until it has ended; gives the page. */
async function checked(visitor: Visitor): Promise<string> {
  assert.equal(ledTo(await visitor.post("/audit/verify", {})), "/audit/verify");
  for (;;) {
    const { status, html } = await visitor.get("/audit/verify");
    assert.equal(status, 200);
    if (!html.includes("<progress")) return html;
  }
}

async function tamper({ clinic }: TestConsole, sql: string): Promise<void> {
  await clinic.store.port.write([{ sql, args: [] }], true);
}

/** The table's part of the page. */
function rows(html: string): string {
  return /<tbody.*<\/tbody>/s.exec(html)?.[0] ?? "";
}
