import assert from "node:assert/strict";
import { testConsole } from "@/tests/support/console/console.ts";
import { ADMIN, signedIn, staffed } from "@/tests/support/console/people.ts";
import { somebody } from "@/tests/support/console/records.ts";
import { ledTo } from "@/tests/support/console/visitor.ts";

Deno.test("one's other sessions are listed and can be ended, those of others cannot", async () => {
  await using console = await testConsole();
  await staffed(console.clinic);
  const [here, there] = [await signedIn(console, ADMIN), await signedIn(console, ADMIN)];
  const nurse = await somebody(console, "nurse");
  const other = /name="session" value="([\w-]+)"/.exec((await here.get("/account")).html)![1]!;
  assert.equal((await nurse.post("/account/sessions/end", { session: other })).status, 404);
  assert.equal((await there.get("/account")).status, 200);
  assert.equal(ledTo(await here.post("/account/sessions/end", { session: other })), "/account?done=ended");
  assert.match(ledTo(await there.get("/account"))!, /^\/sign-in/);
  assert.equal((await here.get("/account")).status, 200);
});
