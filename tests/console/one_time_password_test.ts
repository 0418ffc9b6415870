import assert from "node:assert/strict";
import { testConsole } from "@/tests/support/console/console.ts";
import { ADMIN, signedIn, staffed } from "@/tests/support/console/people.ts";
import { ledTo } from "@/tests/support/console/visitor.ts";

Deno.test("a one-time password is shown once, and whoever signs in with it must choose their own", async () => {
  await using console = await testConsole();
  await staffed(console.clinic);
  const admin = await signedIn(console, ADMIN);
  const person = { full_name: "Nurse Palesa", role: "nurse", username: "palesa" };
  const [department_id] = console.clinic.store.directory.departments.keys();
  const refused = await admin.post("/staff/new", { ...person, department_id: "" });
  assert.equal(refused.status, 422);
  const { html } = await admin.post("/staff/new", { ...person, department_id: department_id! });
  const password = /One-time password<\/dt><dd><code>([^<]+)</.exec(html)![1]!;
  for (const path of ["/staff", "/"]) assert.ok(!(await admin.get(path)).html.includes(password));
  const palesa = await signedIn(console, { username: "palesa", password });
  assert.equal(ledTo(await palesa.get("/patients")), "/password");
});
