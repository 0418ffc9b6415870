import { deepEqual, doesNotMatch, equal, match, notEqual } from "node:assert/strict";
import type { KeyLocation } from "@/clinic/key_location.ts";
import { type TestConsole, testConsole } from "@/tests/support/console/console.ts";
import { ADMIN, signedIn, staffed } from "@/tests/support/console/people.ts";
import { somebody } from "@/tests/support/console/records.ts";
import { ledTo, titleOf, Visitor } from "@/tests/support/console/visitor.ts";

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

  equal(ledTo(await visitor.post("/set-up", { secret, ...FORM })), "/set-up/department");
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

  match((await send({ password: "password", again: "password" })).html, /too common/);
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

Deno.test("after the administrator come the first department and the key, and then home", async () => {
  await using console = await testConsole();
  const { secret } = console.clinic.setUp;
  const visitor = new Visitor(console.url);
  match((await visitor.get(`/set-up?secret=${secret}`)).html, /Step 1 of 3/);
  const second = await visitor.get(ledTo(await visitor.post("/set-up", { secret, ...FORM }))!);
  match(second.html, /Step 2 of 3.*<h1>Your first department/);
  match(second.html, /<a href="\/set-up\/key">Skip/);

  const wrong = await visitor.post("/set-up/department", { name: " " });
  equal(wrong.status, 422);
  match(titleOf(wrong) ?? "", /^Error: /);
  match(wrong.html, /href="#name"/);
  deepEqual(departments(console), []);
  equal(ledTo(await visitor.post("/set-up/department", { name: "Maternity" })), "/set-up/key");
  deepEqual(departments(console), ["Maternity"]);
  equal(ledTo(await visitor.get("/set-up/department")), "/set-up/key"); // it is done

  const third = await visitor.get("/set-up/key");
  match(third.html, /Step 3 of 3.*<h1>Keep a copy of the key/);
  match(third.html, /<a class="button" href="\/"[^>]*>Done/);
  for (const { html } of [second, wrong, third]) doesNotMatch(html, new RegExp(secret));
});

const PLACES: [place: KeyLocation, shown: RegExp, forTrying: boolean][] = [
  [
    { kind: "evaluation", path: "/home/<b>/k.key" },
    /<pre>\/<wbr>home\/<wbr>&lt;b>\/<wbr>k\.key<\/pre>/,
    true,
  ],
  [{ kind: "file", path: "/media/stick" }, /<pre>\/<wbr>media\/<wbr>stick<\/pre>/, false],
  [{ kind: "setting" }, /<code>DOVMS_KEY<\/code>/, false],
  [{ kind: "command" }, /<code>DOVMS_KEY_COMMAND<\/code>/, false],
];

Deno.test("the page about the key says where it is, and of a key for trying that it is one", async () => {
  await using console = await testConsole();
  await staffed(console.clinic);
  const visitor = await signedIn(console, ADMIN);
  for (const [keyLocation, shown, forTrying] of PLACES) {
    Object.assign(console.clinic, { keyLocation });
    const { status, html } = await visitor.get("/set-up/key");
    equal(status, 200);
    match(html, shown);
    equal(/start again in a new data folder/.test(html), forTrying, keyLocation.kind);
  }
});

Deno.test("the steps after the first are for an administrator who is signed in, and tell nobody else", async () => {
  await using console = await testConsole();
  await staffed(console.clinic);
  Object.assign(console.clinic, { keyLocation: { kind: "file", path: "/media/stick" } });
  const stranger = new Visitor(console.url);
  for (const path of ["/set-up/department", "/set-up/key"]) {
    equal(ledTo(await stranger.get(path)), `/sign-in?${new URLSearchParams({ next: path })}`);
  }
  const kept = await stranger.post("/set-up/department", { name: "Pharmacy" });
  equal(kept.headers.get("location"), "/resume?next=%2Fset-up%2Fdepartment"); // what was typed is not lost
  for (const role of ["doctor", "nurse", "receptionist", "auditor"] as const) {
    const visitor = await somebody(console, role);
    const key = await visitor.get("/set-up/key");
    equal(key.status, 403, role);
    doesNotMatch(key.html, /stick/);
    equal((await visitor.get("/set-up/department")).status, 403, role);
    equal((await visitor.post("/set-up/department", { name: "Pharmacy" })).status, 403, role);
  }
  deepEqual(departments(console), ["General Outpatient"]);
});

function departments({ clinic }: TestConsole): string[] {
  return [...clinic.store.directory.departments.values()].map(({ name }) => name);
}
