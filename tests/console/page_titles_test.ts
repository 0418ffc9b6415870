import assert from "node:assert/strict";
import { testConsole } from "@/tests/support/console/console.ts";
import { ADMIN, signedIn, staffed } from "@/tests/support/console/people.ts";
import { logVisit, PATIENT, register } from "@/tests/support/console/records.ts";
import { titleOf } from "@/tests/support/console/visitor.ts";

Deno.test("no title names a patient", async () => {
  await using console = await testConsole();
  await staffed(console.clinic);
  const admin = await signedIn(console, ADMIN);
  const patient = await register(admin, PATIENT);
  for (
    const path of [patient, `${patient}/change`, `${patient}/visit`, await logVisit(console, admin, patient)]
  ) {
    assert.ok(!titleOf(await admin.get(path))!.includes("Mokoena"), "a browser keeps titles in its history");
  }
});
