import assert from "node:assert/strict";
import { testConsole } from "@/tests/support/console/console.ts";
import { ADMIN, signedIn, staffed } from "@/tests/support/console/people.ts";
import { HOSTILE_NAME, PATIENT, register } from "@/tests/support/console/records.ts";
import { titleOf } from "@/tests/support/console/visitor.ts";

Deno.test("a name with markup stays text on every page, and a wrong form shows again what was typed", async () => {
  await using console = await testConsole();
  await staffed(console.clinic);
  const admin = await signedIn(console, ADMIN);
  await admin.post("/departments", { name: HOSTILE_NAME });
  await admin.post("/staff/new", {
    full_name: HOSTILE_NAME,
    role: "auditor",
    username: "nasty",
    department_id: "",
  });
  const patient = await register(admin, {
    ...PATIENT,
    full_name: HOSTILE_NAME,
    contact_details: HOSTILE_NAME,
  });
  const paths = ["/", "/departments", "/staff", "/patients?q=tsepo", patient, `${patient}/change`, "/visits"];
  for (const path of [...paths, `${patient}/visit`, `/patients?q=${encodeURIComponent(HOSTILE_NAME)}`]) {
    const { html } = await admin.get(path);
    assert.ok(!html.includes("<script>alert"), path);
  }
  const wrong = await admin.post("/patients/new", { ...PATIENT, full_name: HOSTILE_NAME, gender: "" });
  assert.equal(wrong.status, 422);
  assert.match(titleOf(wrong)!, /^Error: /);
  assert.ok(wrong.html.includes("Choose one of these."));
  assert.ok(wrong.html.includes("5811 1111") && !wrong.html.includes("<script>alert"));
});
