import assert from "node:assert/strict";
import { testConsole } from "@/tests/support/console/console.ts";
import { ADMIN, signedIn, staffed } from "@/tests/support/console/people.ts";
import { PATIENT, register } from "@/tests/support/console/records.ts";

Deno.test("a birth date from an age stays an estimate until another date is typed", async () => {
  await using console = await testConsole();
  await staffed(console.clinic);
  const admin = await signedIn(console, ADMIN);
  const patient = await register(admin, { ...PATIENT, date_of_birth: "", age: "45" });
  assert.ok((await admin.get(patient)).html.includes("about 45"));
  const form = (await admin.get(`${patient}/change`)).html;
  const guessed = /name="estimated" value="([\d-]+)"/.exec(form)![1]!;
  await admin.post(`${patient}/change`, {
    ...PATIENT,
    date_of_birth: guessed,
    estimated: guessed,
    version: "1",
  });
  assert.ok((await admin.get(patient)).html.includes("about 45"), "the same date is still a guess");
  await admin.post(`${patient}/change`, { ...PATIENT, estimated: guessed, version: "2" });
  assert.ok(!(await admin.get(patient)).html.includes("about"), "another date is not");
});
