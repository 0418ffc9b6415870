import assert from "node:assert/strict";
import { testConsole } from "@/tests/support/console/console.ts";
import { ADMIN, signedIn, staffed } from "@/tests/support/console/people.ts";
import { ledTo } from "@/tests/support/console/visitor.ts";
import { PATIENT } from "@/tests/support/console/records.ts";

Deno.test("[R4] a full disk is reported, what was acknowledged is there, and once there is space work goes on", async () => {
  await using console = await testConsole();
  await staffed(console.clinic);
  const admin = await signedIn(console, ADMIN);
  const pages = (most: number) =>
    console.clinic.store.port.read({ sql: `PRAGMA max_page_count = ${most}`, args: [] });
  await pages(1); // no more than there are now
  const registered: string[] = [];
  const next = () =>
    admin.post("/patients/new", { ...PATIENT, file_number: `F${registered.length}`, anyway: "yes" });
  let answer = await next();
  for (; answer.status === 303; answer = await next()) registered.push(ledTo(answer)!.split("?")[0]!);
  assert.equal(answer.status, 507);
  assert.ok(answer.html.includes("The disk is full"));
  await pages(1_000_000);
  for (const path of registered) assert.equal((await admin.get(path)).status, 200, path);
  assert.equal((await next()).status, 303);
});
