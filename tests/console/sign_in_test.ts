import { doesNotMatch, equal, match, notEqual, ok } from "node:assert/strict";
import { testConsole } from "@/tests/support/console/console.ts";
import { ADMIN, signedIn, staffed } from "@/tests/support/console/people.ts";
import { ledTo, titleOf, Visitor } from "@/tests/support/console/visitor.ts";

Deno.test("signing in leads to where one was going, signing out ends the session", async () => {
  await using console = await testConsole();
  await staffed(console.clinic);
  const visitor = new Visitor(console.url);
  equal(ledTo(await visitor.get("/password?from=home")), "/sign-in?next=%2Fpassword%3Ffrom%3Dhome");
  const form = await visitor.get("/sign-in?next=%2Fpassword%3Ffrom%3Dhome");
  match(form.html, /name="next" value="\/password\?from=home"/);
  doesNotMatch(form.html, /<script/);
  equal(form.headers.get("cache-control"), "no-store");

  const { username, password } = ADMIN;
  equal(
    ledTo(await visitor.post("/sign-in", { username, password, next: "/password?from=home" })),
    "/password?from=home",
  );
  equal((await visitor.get("/password")).status, 200);
  equal(ledTo(await visitor.get("/sign-in")), "/");

  const { cookie } = visitor;
  equal(ledTo(await visitor.post("/sign-out", {})), "/sign-in?signed-out");
  equal(visitor.cookie, undefined);
  visitor.cookie = cookie; // kept by somebody
  equal(ledTo(await visitor.get("/")), "/sign-in");
});

Deno.test("wrong credentials: the same page for an unknown user and a wrong password", async () => {
  await using console = await testConsole();
  await staffed(console.clinic);
  const visitor = new Visitor(console.url);
  const asked = async (username: string, password: string) =>
    await visitor.post("/sign-in", { username, password, next: "/password" });
  const wrong = await asked(ADMIN.username, "not the password");
  equal(wrong.status, 422);
  match(titleOf(wrong) ?? "", /^Error: /);
  match(wrong.html, /href="#username"/);
  match(wrong.html, /value="puleng"/);
  match(wrong.html, /name="next" value="\/password"/);
  doesNotMatch(wrong.html, /not the password/);
  equal(visitor.cookie, undefined);
  const unknown = await asked("nobody", "not the password");
  equal(unknown.html.replaceAll("nobody", "puleng"), wrong.html);

  const empty = await asked(" ", "");
  match(empty.html, /Enter your username/);
  match(empty.html, /Enter your password/);
});

Deno.test("`next` leads to no other site", async () => {
  await using console = await testConsole();
  await staffed(console.clinic);
  const { username, password } = ADMIN;
  const elsewhere = [
    "https://evil.example/",
    "//evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "/.//evil.example",
    "javascript:alert(1)",
    "evil.example",
    "",
  ];
  for (const next of elsewhere) {
    const visitor = new Visitor(console.url);
    equal(ledTo(await visitor.post("/sign-in", { username, password, next })), "/", next);
    equal(ledTo(await visitor.get(`/sign-in?${new URLSearchParams({ next })}`)), "/", next);
  }
});

Deno.test("every page but sign-in and set-up is closed to those who are not signed in", async () => {
  await using console = await testConsole();
  await staffed(console.clinic);
  const visitor = new Visitor(console.url);
  visitor.cookie = "dovms=eyJhbGciOiJub25lIn0.e30.";
  for (const path of ["/", "/password", "/nowhere", "/sign-in/", "/sign-out"]) {
    const page = await visitor.get(path);
    match(ledTo(page) ?? "", /^\/sign-in/, path);
    equal(page.html, "");
  }
  equal(ledTo(await visitor.post("/password", {})), "/sign-in");
});

Deno.test("a session ends after half an hour without a request, and after a day whatever is asked [S15]", async () => {
  await using console = await testConsole();
  await staffed(console.clinic);
  const visitor = await signedIn(console, ADMIN);
  const first = visitor.cookie;
  equal((await visitor.get("/")).headers.get("set-cookie"), null); // not a new one for every page
  for (let minutes = 25; minutes < 24 * 60; minutes += 25) {
    console.advance(25 * 60);
    equal((await visitor.get("/account")).status, 200, `${minutes} minutes`);
  }
  notEqual(visitor.cookie, first);
  console.advance(25 * 60);
  equal(ledTo(await visitor.get("/")), "/sign-in");

  const resting = await signedIn(console, ADMIN);
  console.advance(31 * 60);
  equal(ledTo(await resting.get("/")), "/sign-in");
  equal((await resting.post("/stay", {})).html, '{"seconds":0}');
});

Deno.test("asking how long a session lasts makes it no longer; saying that one is there does", async () => {
  await using console = await testConsole();
  await staffed(console.clinic);
  const visitor = await signedIn(console, ADMIN);
  const { cookie } = visitor;
  const left = async () => JSON.parse((await visitor.get("/stay")).html).seconds as number;
  ok(Math.abs(await left() - 30 * 60) < 60);
  console.advance(20 * 60);
  ok(Math.abs(await left() - 10 * 60) < 60);
  equal(visitor.cookie, cookie);
  const stayed = await visitor.post("/stay", {}); // looks for its token on a page first, which is a request too
  ok(JSON.parse(stayed.html).seconds > 29 * 60);
  notEqual(visitor.cookie, cookie);
  console.advance(20 * 60);
  ok(Math.abs(await left() - 10 * 60) < 60);
  visitor.cookie = cookie; // the first one has ended meanwhile
  equal((await visitor.get("/stay")).html, '{"seconds":0}');
});

Deno.test("where nobody administers the clinic, the sign-in page says how to begin", async () => {
  await using console = await testConsole();
  const visitor = new Visitor(console.url);
  match((await visitor.get("/sign-in")).html, /Open the link that was printed/);
  await staffed(console.clinic);
  doesNotMatch((await visitor.get("/sign-in")).html, /Open the link that was printed/);
});
