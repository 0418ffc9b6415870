import { doesNotMatch, equal, match } from "node:assert/strict";
import { testConsole } from "@/tests/support/console/console.ts";
import { ADMIN, NURSE, signedIn, staffed } from "@/tests/support/console/people.ts";
import { ledTo, Visitor } from "@/tests/support/console/visitor.ts";

const CHANGE = { current: NURSE.password, new: "a chair by the river", again: "a chair by the river" };

Deno.test("a password that somebody else set must be changed before anything else", async () => {
  await using console = await testConsole();
  await staffed(console.clinic);
  const visitor = await signedIn(console, NURSE);
  for (const path of ["/", "/nowhere"]) equal(ledTo(await visitor.get(path)), "/password");
  const page = await visitor.get("/password");
  match(page.html, /Choose your own password/);
  doesNotMatch(page.html, /<nav/);

  equal(ledTo(await visitor.post("/password", CHANGE)), "/?password=changed");
  const home = await visitor.get("/?password=changed");
  match(home.html, /Your password has been changed/);
  match(home.html, /General Outpatient/);
  match(home.html, /signed in as nurse/);
});

Deno.test("signing out is possible without choosing a password", async () => {
  await using console = await testConsole();
  await staffed(console.clinic);
  const visitor = await signedIn(console, NURSE);
  equal(ledTo(await visitor.post("/sign-out", {})), "/sign-in?signed-out");
});

Deno.test("changing one's password ends one's other sessions", async () => {
  await using console = await testConsole();
  await staffed(console.clinic);
  const [here, there] = [await signedIn(console, NURSE), await signedIn(console, NURSE)];
  equal(ledTo(await here.post("/password", CHANGE)), "/?password=changed");
  equal((await here.get("/")).status, 200);
  equal(ledTo(await there.get("/")), "/sign-in");
  const stale = await new Visitor(console.url).post("/sign-in", NURSE);
  equal(stale.status, 422);
});

Deno.test("a refused change says why at the field, changes nothing and repeats no password", async () => {
  await using console = await testConsole();
  await staffed(console.clinic);
  const visitor = await signedIn(console, ADMIN);
  const good = { ...CHANGE, current: ADMIN.password };
  const refused: [fields: Partial<typeof CHANGE>, field: string, why: RegExp][] = [
    [{ current: "not mine at all" }, "current", /not your current password/],
    [{ current: "" }, "current", /Enter your current password/],
    [{ again: "a table by the river" }, "again", /not the same/],
    [{ new: "password", again: "password" }, "new", /too common/],
    [{ new: ADMIN.password, again: ADMIN.password }, "new", /the old one/],
  ];
  for (const [fields, field, why] of refused) {
    const page = await visitor.post("/password", { ...good, ...fields });
    equal(page.status, 422);
    match(page.html, /<title>Error: /);
    match(page.html, new RegExp(`href="#${field}"`));
    match(page.html, why);
    doesNotMatch(page.html, /by the river|not mine at all|seven blankets/);
  }
  await signedIn(console, ADMIN); // still the same
});

Deno.test("a password for the first days ends by itself, and the page says whom to ask", async () => {
  await using console = await testConsole();
  await staffed(console.clinic);
  console.advance(8 * 86_400);
  const page = await new Visitor(console.url).post("/sign-in", NURSE);
  equal(page.status, 422);
  match(page.html, /Ask your administrator/);
});
