import assert from "node:assert/strict";
import { logVisit } from "@/clinic/visits/log_visit.ts";
import { scanned } from "@/tests/support/console/barcode.ts";
import { type TestConsole, testConsole } from "@/tests/support/console/console.ts";
import { ADMIN, signedIn, staffed } from "@/tests/support/console/people.ts";
import { asAdmin, HOSTILE_NAME, PATIENT, register, somebody } from "@/tests/support/console/records.ts";
import { titleOf, Visitor } from "@/tests/support/console/visitor.ts";

Deno.test("card and label: the barcode says the file number and nothing else; who printed it and when stands on both", async () => {
  await using console = await testConsole();
  await staffed(console.clinic);
  const admin = await signedIn(console, ADMIN);
  const numbers = ["7", "55984", "123456789012", "A-1/23", "mixed-Case-09/b"];
  for (const file_number of numbers) {
    const patient = await register(admin, {
      ...PATIENT,
      file_number,
      full_name: HOSTILE_NAME,
      anyway: "yes",
    });
    for (const slip of ["card", "label"]) {
      const page = await admin.get(`${patient}/${slip}`);
      assert.equal(page.status, 200);
      assert.equal(scanned(page.html), file_number);
      assert.match(page.html, new RegExp(`class="barcode" role="img" aria-label="${file_number}"`));
      assert.match(page.html, /Printed by Mme Puleng, \d+ \w+ \d{4}, \d\d:\d\d\./);
      assert.doesNotMatch(page.html, /<script>alert/);
      assert.doesNotMatch(titleOf(page)!, /epo/);
      assert.equal(page.headers.get("cache-control"), "no-store");
      assert.doesNotMatch(page.html, /5811 1111/); // a card is shown to others
    }
  }
});

Deno.test("a file number that no barcode holds, or too long for a label, is printed in letters", async () => {
  await using console = await testConsole();
  await staffed(console.clinic);
  const admin = await signedIn(console, ADMIN);
  const cyrillic = await register(admin, { ...PATIENT, file_number: "Ж-12" });
  for (const slip of ["card", "label"]) {
    const { html } = await admin.get(`${cyrillic}/${slip}`);
    assert.doesNotMatch(html, /class="barcode"/);
    assert.match(html, /a barcode cannot hold/);
    assert.match(html, /class="file-number">Ж-12</);
  }
  const long = "ABCDEFGH-IJKLMNOP/QRSTUVWX-YZabc";
  const patient = await register(admin, { ...PATIENT, full_name: "Neo Ramaili", file_number: long });
  assert.equal(scanned((await admin.get(`${patient}/card`)).html), long);
  const label = (await admin.get(`${patient}/label`)).html;
  assert.doesNotMatch(label, /class="barcode"/); // its modules would be finer than scanners read
  assert.ok(label.includes(`class="file-number">${long}<`));
});

Deno.test("a voided record has no card and no label; an auditor prints nothing; nobody does without signing in", async () => {
  await using console = await testConsole();
  await staffed(console.clinic);
  const admin = await signedIn(console, ADMIN);
  const patient = await register(admin);
  const pages = [`${patient}/card`, `${patient}/label`, "/visits/print"];
  const nurse = await somebody(console, "nurse");
  const auditor = await somebody(console, "auditor");
  for (const path of pages) {
    assert.equal((await nurse.get(path)).status, 200, path);
    const refused = await auditor.get(path);
    assert.equal(refused.status, 403, path);
    assert.doesNotMatch(refused.html, /Mokoena/);
    assert.equal((await new Visitor(console.url).get(path)).status, 303);
  }
  await admin.post(`${patient}/void`, { reason: "Registered twice", version: "1" });
  for (const path of pages.slice(0, 2)) assert.equal((await admin.get(path)).status, 404, path);
  assert.doesNotMatch((await admin.get(patient)).html, /\/card"/);
});

Deno.test("the visits of a day: all of them, by time, of one department or all, and none of another day", async () => {
  await using console = await testConsole();
  await staffed(console.clinic);
  const admin = await signedIn(console, ADMIN);
  const patient = await register(admin, { ...PATIENT, full_name: HOSTILE_NAME });
  const [department] = console.clinic.store.directory.departments.keys();
  await logged(console, patient, "2026-03-02", 230);
  await logged(console, patient, "2026-03-03", 1);

  const list = await admin.get(`/visits/print?from=2026-03-02&department=${department}`);
  const times = [...list.html.matchAll(/data-label="Time"[^>]*>(\d\d:\d\d)</g)].map(([, time]) => time!);
  assert.equal(times.length, 230);
  assert.deepEqual(times, times.toSorted());
  assert.match(list.html, /Monday 2 March 2026/);
  assert.match(list.html, /General Outpatient\. 230 visits\. Printed by Mme Puleng, /);
  assert.doesNotMatch(list.html, /<script>alert/);
  assert.match((await admin.get("/visits/print?from=2026-03-04")).html, /No visits on these days/);
  assert.equal((await admin.get("/visits/print?from=x&department=y")).status, 200);

  const offered = `/visits/print?from=2026-03-02&amp;department=`;
  assert.ok((await admin.get("/visits?from=2026-03-02&until=2026-03-02")).html.includes(offered));
  assert.ok(!(await admin.get("/visits?from=2026-03-02&until=2026-03-03")).html.includes("/visits/print"));
});

/** Logs so many visits of a day, a minute apart. */
async function logged(
  console: TestConsole,
  patient: string,
  visit_date: string,
  count: number,
): Promise<void> {
  const { store } = console.clinic;
  const [department_id] = store.directory.departments.keys();
  const nurse = [...store.directory.staff.values()].find(({ role }) => role === "nurse")!;
  const visit = {
    patient_id: patient.split("/").at(-1)!,
    department_id: department_id!,
    doctor_id: nurse.id,
  };
  for (let n = count; n > 0; n--) {
    const visit_time = `${String(8 + Math.floor(n / 60)).padStart(2, "0")}:${
      String(n % 60).padStart(2, "0")
    }`;
    await logVisit(asAdmin(console), { ...visit, visit_date, visit_time, notes: "" });
  }
}
