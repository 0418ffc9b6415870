import assert from "node:assert/strict";
import { NO_SUBJECTS } from "@/db/audit/entry.ts";
import { systemEntry } from "@/db/store.ts";
import { type TestConsole, testConsole } from "@/tests/support/console/console.ts";
import { ADMIN, signedIn, staffed } from "@/tests/support/console/people.ts";
import { somebody } from "@/tests/support/console/records.ts";
import { ledTo, titleOf, type Visitor } from "@/tests/support/console/visitor.ts";

Deno.test("an intact audit is reported whole; of a changed one, each finding is a sentence", async () => {
  await using console = await testConsole();
  await staffed(console.clinic);
  const admin = await signedIn(console, ADMIN);
  const auditor = await somebody(console, "auditor");
  const before = await auditor.get("/audit/verify");
  assert.ok(before.html.includes("has not been checked since"));
  assert.ok((await auditor.get("/audit")).html.includes('href="/audit/verify"'));
  const whole = await checked(auditor);
  assert.match(whole, /The audit is intact: \d+ entries\.<\/strong> Checked on \d/);
  assert.ok(!whole.includes("What was found") && !whole.includes("http-equiv"));

  const edited = "SET action = 'patient.list', at = '2026-99-99T99:99:99Z' WHERE number = 2";
  await tamper(console, `UPDATE audit ${edited}`);
  await tamper(console, "DELETE FROM audit WHERE number IN (4, 5)");
  const found = await checked(auditor);
  assert.ok(found.includes("The audit was changed outside this program."));
  assert.ok(found.includes("Keep a copy of the data folder"));
  assert.match(
    found,
    /Entry 2 of chain <code>[\w-]+<\/code> was changed .* says: no time, Listed patients\./,
  );
  assert.match(found, /Entries 4 to 5 of chain <code>[\w-]+<\/code> are missing\. Written between \d/);
  assert.ok(!found.includes("The audit is intact"));
  const trail = await admin.get("/audit?action=patient.list");
  assert.ok(trail.html.includes("no time"), "an entry that was altered keeps no page from being made");
  assert.ok((await admin.get("/audit?action=audit.verify")).html.includes("Failed"), "it is in the audit");
  assert.deepEqual(console.failures, []);
});

Deno.test("many findings: the first ones, and how many more", async () => {
  await using console = await testConsole();
  await staffed(console.clinic);
  const admin = await signedIn(console, ADMIN);
  const entry = { ...systemEntry("system.witness", new Date()), subjects: NO_SUBJECTS };
  await Promise.all(Array.from({ length: 120 }, () => console.clinic.store.audit(entry, false)));
  await tamper(console, "UPDATE audit SET source = 'x' WHERE action = 'system.witness'");
  const found = await checked(admin);
  assert.equal(found.match(/<li[^>]*>Entry /g)?.length, 50);
  assert.match(found, /And 70 more\. The command <code>dovms audit verify<\/code>/);
});

Deno.test("while a check runs, the page shows its progress, does not reload itself and starts no other", async () => {
  await using console = await testConsole();
  await staffed(console.clinic);
  const admin = await signedIn(console, ADMIN);
  const { verifications } = console.clinic;
  verifications.begin();
  verifications.progress(1_200, 5_000);
  const { html } = await admin.get("/audit/verify");
  assert.match(html, /<progress[^>]* max="5000" value="1200"/);
  assert.ok(html.includes("1,200 of 5,000 entries") && html.includes("Refresh"));
  assert.ok(!html.includes("Check now") && !html.includes("http-equiv"));
  assert.equal(ledTo(await admin.post("/audit/verify", {})), "/audit/verify");
  assert.deepEqual(verifications.state.running, { done: 1_200, total: 5_000 }, "that one goes on");
});

Deno.test("a check that fails is reported on the page and in the log, and the next one works", async () => {
  await using console = await testConsole();
  await staffed(console.clinic);
  const admin = await signedIn(console, ADMIN);
  await tamper(console, "ALTER TABLE audit_chain RENAME TO audit_chain_away");
  const broken = await checked(admin);
  assert.match(broken, /The check stopped on \d/);
  assert.ok(broken.includes("Check now") && !broken.includes("The audit is intact"));
  assert.deepEqual(console.failures.map(({ route }) => route), ["/audit/verify"]);
  await tamper(console, "ALTER TABLE audit_chain_away RENAME TO audit_chain");
  const whole = await checked(admin);
  assert.ok(whole.includes("The audit is intact") && !whole.includes("The check stopped"));
  assert.equal(console.failures.length, 1);
});

Deno.test("only administrators and auditors check the audit", async () => {
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
