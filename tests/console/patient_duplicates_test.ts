import assert from "node:assert/strict";
import { testConsole } from "@/tests/support/console/console.ts";
import { ADMIN, signedIn, staffed } from "@/tests/support/console/people.ts";
import { PATIENT, register } from "@/tests/support/console/records.ts";
import { ledTo } from "@/tests/support/console/visitor.ts";

Deno.test("likely duplicates are shown, with the reasons, before a second record is made", async () => {
  await using console = await testConsole();
  await staffed(console.clinic);
  const admin = await signedIn(console, ADMIN);
  await register(admin, PATIENT);
  const again = { ...PATIENT, full_name: "Tabo Mokwena", file_number: "101" };
  const asked = await admin.post("/patients/new", again);
  assert.equal(asked.status, 200);
  for (const said of ["Thabo Mokoena", "sounds the same", "born on the same day", "Tabo Mokwena"]) {
    assert.ok(asked.html.includes(said), said);
  }
  assert.equal(await console.clinic.store.patients.total(true), 1);
  assert.match(ledTo(await admin.post("/patients/new", { ...again, anyway: "yes" }))!, /done=registered$/);
  assert.equal(await console.clinic.store.patients.total(true), 2);
});
