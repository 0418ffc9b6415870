import assert from "node:assert/strict";
import { testConsole } from "@/tests/support/console/console.ts";
import { ADMIN, signedIn, staffed } from "@/tests/support/console/people.ts";
import { logVisit, PATIENT, register, visitForm } from "@/tests/support/console/records.ts";
import { ledTo } from "@/tests/support/console/visitor.ts";

Deno.test("a visit is shown, changed, voided with a reason, and restored", async () => {
  await using console = await testConsole();
  await staffed(console.clinic);
  const admin = await signedIn(console, ADMIN);
  const visit = await logVisit(console, admin, await register(admin, PATIENT));
  const typed = visitForm(console, { visit_time: "10:15", notes: "Cough" });
  assert.match(ledTo(await admin.post(visit, { ...typed, version: "1" }))!, /done=changed$/);
  const shown = (await admin.get(visit)).html;
  assert.ok(shown.includes("10:15") && shown.includes("Cough"));
  const late = await admin.post(visit, { ...typed, notes: "No cough", version: "1" });
  assert.equal(late.status, 422);
  assert.ok(
    late.html.includes("No cough") && late.html.includes("<dd>Cough</dd>"),
    "both versions are shown",
  );
  assert.equal((await admin.post(`${visit}/void`, { reason: "", version: "2" })).status, 422);
  assert.match(
    ledTo(await admin.post(`${visit}/void`, { reason: "another patient", version: "2" }))!,
    /done=changed$/,
  );
  assert.ok((await admin.get(visit)).html.includes("another patient"));
  assert.ok(!(await admin.get("/visits")).html.includes("Thabo Mokoena"));
  assert.match(ledTo(await admin.post(`${visit}/restore`, { version: "3" }))!, /done=changed$/);
  assert.ok((await admin.get("/visits")).html.includes("Thabo Mokoena"));
});
