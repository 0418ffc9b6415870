import assert from "node:assert/strict";
import { testConsole } from "@/tests/support/console/console.ts";
import { ADMIN, signedIn, staffed } from "@/tests/support/console/people.ts";

Deno.test("what a form does not offer changes nothing", async () => {
  await using console = await testConsole();
  await staffed(console.clinic);
  const admin = await signedIn(console, ADMIN);
  const [department] = console.clinic.store.directory.departments.keys();
  assert.equal((await admin.post(`/departments/${department}/active`, { active: "maybe" })).status, 400);
  assert.equal(console.clinic.store.directory.departments.get(department!)!.active, true);
  const nurse = [...console.clinic.store.directory.staff.values()].find(({ role }) => role === "nurse")!;
  assert.equal((await admin.post(`/staff/${nurse.id}/active`, { active: "" })).status, 400);
});
