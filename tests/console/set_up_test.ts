import { doesNotMatch, equal, match, notEqual } from "node:assert/strict";
import { testConsole } from "./console.ts";
import { ADMIN, staffed } from "./people.ts";
import { ledTo, titleOf, Visitor } from "./visitor.ts";

const FORM = { ...ADMIN, again: ADMIN.password };

Deno.test("the set-up link makes the first administrator, signs them in and is used up", async () => {
  await using console = await testConsole();
  const { secret } = console.clinic.setUp;
  const visitor = new Visitor(console.url);
  const form = await visitor.get(`/set-up?secret=${secret}`);
  equal(form.status, 200);
  match(form.html, new RegExp(`<input type="hidden" name="secret" value="${secret}"`));
  match(form.html, /<form method="post" action="\/set-up">/);
  doesNotMatch(form.html, /<script/);
  equal(form.headers.get("referrer-policy"), "strict-origin");

  equal(ledTo(await visitor.post("/set-up", { secret, ...FORM })), "/");
  match((await visitor.get("/")).html, /Mme Puleng/);

  const late = await new Visitor(console.url).get(`/set-up?secret=${secret}`);
  equal(late.status, 404);
  match(late.html, /This clinic is set up/);
  const again = await new Visitor(console.url).post("/set-up", { secret, ...FORM, username: "mallory" });
  equal(again.status, 404);
  equal(again.headers.get("set-cookie"), null);
  equal(console.clinic.store.directory.staff.size, 1);
});

Deno.test("a wrong or outdated set-up link says what to do and makes nobody", async () => {
  await using console = await testConsole();
  const { secret } = console.clinic.setUp;
  const visitor = new Visitor(console.url);
  for (const path of ["/set-up", "/set-up?secret=", "/set-up?secret=wrong"]) {
    const page = await visitor.get(path);
    equal(page.status, 404);
    match(page.html, /dovms admin create/);
    doesNotMatch(page.html, /<form/);
    doesNotMatch(page.html, new RegExp(secret));
  }
  equal((await visitor.post("/set-up", { secret: "wrong", ...FORM })).status, 404);
  console.advance(31 * 60);
  equal((await visitor.get(`/set-up?secret=${secret}`)).status, 404);
  equal((await visitor.post("/set-up", { secret, ...FORM })).status, 404);
  equal(console.clinic.store.directory.staff.size, 0);
});

Deno.test("a set-up form with mistakes comes back with what was typed, but for the passwords", async () => {
  await using console = await testConsole();
  const { secret } = console.clinic.setUp;
  const visitor = new Visitor(console.url);
  const send = (fields: Partial<typeof FORM>) => visitor.post("/set-up", { secret, ...FORM, ...fields });

  const wrong = await send({ full_name: " ", username: "two words", again: "another thing" });
  equal(wrong.status, 422);
  match(titleOf(wrong) ?? "", /^Error: /);
  for (const field of ["full_name", "username", "again"]) match(wrong.html, new RegExp(`href="#${field}"`));
  match(wrong.html, /value="two words"/);
  doesNotMatch(wrong.html, /seven blankets|another thing/);
  match(wrong.html, new RegExp(`value="${secret}"`));

  match((await send({ password: "password", again: "password" })).html, /commonest/);
  match((await send({ password: "short", again: "short" })).html, /at least 8/);
  match((await send({ password: "", again: "" })).html, /Choose a password/);
  equal(console.clinic.store.directory.staff.size, 0);
  notEqual(ledTo(await send({})), null);
});

Deno.test("the set-up link is of no use once there is an administrator", async () => {
  await using console = await testConsole();
  await staffed(console.clinic);
  const { secret } = console.clinic.setUp;
  const page = await new Visitor(console.url).get(`/set-up?secret=${secret}`);
  equal(page.status, 404);
  doesNotMatch(page.html, /<form/);
});
