import assert from "node:assert/strict";
import { testConsole } from "@/tests/support/console/console.ts";
import { ADMIN, signedIn, staffed } from "@/tests/support/console/people.ts";

Deno.test("the last administrator cannot be deactivated", async () => {
  await using console = await testConsole();
  await staffed(console.clinic);
  const admin = await signedIn(console, ADMIN);
  const [own] = [...console.clinic.store.directory.staff.values()].filter(({ role }) => role === "admin");
  const refused = await admin.post(`/staff/${own!.id}/active`, {
    active: "no",
    version: String(own!.version),
  });
  assert.equal(refused.status, 422);
  assert.ok(refused.html.includes("last active administrator"));
  assert.equal((await admin.get("/staff")).status, 200);
});
