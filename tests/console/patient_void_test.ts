import assert from "node:assert/strict";
import { testConsole } from "@/tests/support/console/console.ts";
import { ADMIN, signedIn, staffed } from "@/tests/support/console/people.ts";
import { PATIENT, register } from "@/tests/support/console/records.ts";
import { ledTo } from "@/tests/support/console/visitor.ts";

Deno.test("voiding needs a reason, takes the patient out of the search, and can be undone", async () => {
  await using console = await testConsole();
  await staffed(console.clinic);
  const admin = await signedIn(console, ADMIN);
  const patient = await register(admin, PATIENT);
  const without = await admin.post(`${patient}/void`, { reason: " ", version: "1" });
  assert.equal(without.status, 422);
  assert.equal(
    ledTo(await admin.post(`${patient}/void`, { reason: "registered twice", version: "1" })),
    patient,
  );
  assert.ok((await admin.get(patient)).html.includes("registered twice"));
  assert.ok(!(await admin.get("/patients?q=mokoena")).html.includes("Thabo Mokoena"));
  assert.equal(ledTo(await admin.post(`${patient}/restore`, { version: "2" })), patient);
  assert.ok((await admin.get("/patients?q=mokoena")).html.includes("Thabo Mokoena"));
});
