import { deepEqual, doesNotMatch, equal, match, notEqual, ok } from "node:assert/strict";
import { testConsole } from "@/tests/support/console/console.ts";
import { ADMIN, NURSE, signedIn, staffed } from "@/tests/support/console/people.ts";
import { ledTo, type Page, Visitor } from "@/tests/support/console/visitor.ts";

const IMAGE = "<img src=x onerror=alert(1)>";

Deno.test("a form with a forged or absent Origin, or that is no form, is refused and does nothing [S41]", async () => {
  await using console = await testConsole();
  await staffed(console.clinic);
  const visitor = await signedIn(console, ADMIN);
  const forgeries: Record<string, string>[] = [
    { origin: "" },
    { origin: "null" },
    { origin: "https://evil.example" },
    { origin: "http://127.0.0.1:1" },
    { origin: console.url, "sec-fetch-site": "cross-site" },
    { origin: "", "content-type": "text/plain" },
  ];
  for (const headers of forgeries) {
    const page = await visitor.post("/sign-out", {}, headers);
    equal(page.status, 403, JSON.stringify(headers));
    notEqual(visitor.cookie, undefined);
  }
  equal((await visitor.get("/")).status, 200);
  for (const type of ["text/plain", "application/json", "multipart/form-data; boundary=x", ""]) {
    equal((await visitor.post("/password", {}, { "content-type": type })).status, 415, type);
  }
  equal((await visitor.post("/password", { new: "x".repeat(70_000) })).status, 413);
});

Deno.test("a form without its session's token does nothing, wherever it says it comes from [S41]", async () => {
  await using console = await testConsole();
  await staffed(console.clinic);
  const visitor = await signedIn(console, ADMIN);
  await visitor.get("/");
  const own = visitor.formToken!;
  const other = await signedIn(console, ADMIN);
  await other.get("/");
  notEqual(other.formToken, own);
  for (const form_token of ["", "x", own.slice(1), other.formToken!, `${own}A`]) {
    equal((await visitor.post("/account/sessions/end-others", { form_token })).status, 403, form_token);
    const sent = await visitor.post("/departments", { name: "Pharmacy", form_token });
    equal(sent.status, 307, form_token);
    equal(sent.headers.get("location"), "/resume?next=%2Fdepartments");
  }
  doesNotMatch((await visitor.get("/departments")).html, /Pharmacy/);
  equal((await other.get("/")).status, 200);

  // The browser sends the form on to there: it is shown, with the token of who is signed in now, and not sent by itself.
  const kept = await visitor.post("/resume?next=%2Fdepartments", { name: "Pharmacy", form_token: "old" });
  equal(kept.status, 200);
  const [, shown] =
    /<form method="post" action="\/departments"><input [^>]*value="([\w-]+)"/.exec(kept.html) ?? [];
  match(kept.html, /name="name" value="Pharmacy"/);
  doesNotMatch((await visitor.get("/departments")).html, /Pharmacy/);
  notEqual(shown, own); // masked anew on every page, and good all the same
  equal((await visitor.post("/departments", { name: "Pharmacy", form_token: shown! })).status, 303);
  match((await visitor.get("/departments")).html, /Pharmacy/);
});

Deno.test("the API heeds no cookie, and no JSON that calls itself text [S41]", async () => {
  await using console = await testConsole();
  await staffed(console.clinic);
  const visitor = await signedIn(console, ADMIN);
  const json = { "content-type": "application/json" };
  equal((await visitor.post("/api/departments/", {}, json)).status, 401);
  equal((await visitor.post("/api/auth/login/", {}, { "content-type": "text/plain" })).status, 415);
});

Deno.test("the session's cookie by https: __Host-, Secure, HttpOnly, SameSite, no Domain, no Expires [S42]", async () => {
  await using console = await testConsole();
  await staffed(console.clinic);
  const visitor = new Visitor("https://clinic.example", (request) => console.byHttps(request as Request));
  const page = await visitor.post("/sign-in", ADMIN);
  equal(ledTo(page), "/");
  match(
    page.headers.get("set-cookie") ?? "",
    /^__Host-dovms=[\w-]+\.[\w-]+\.[\w-]+; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
  );
  equal((await visitor.get("/")).status, 200);

  const byProxy = new Visitor("http://clinic.example", (request) => console.byHttps(request as Request));
  const origin = "https://clinic.example"; // what browsers see; the proxy speaks http to the console
  match((await byProxy.post("/sign-in", ADMIN, { origin })).headers.get("set-cookie") ?? "", /; Secure;/);

  const token = visitor.cookie?.split("=")[1];
  visitor.cookie = `dovms=${token}`; // what plain http on the same host could have set
  equal(ledTo(await visitor.get("/")), "/sign-in");
});

Deno.test("the session's cookie on plain http, on loopback alone [S42]", async () => {
  await using console = await testConsole();
  await staffed(console.clinic);
  const page = await new Visitor(console.url).post("/sign-in", ADMIN);
  match(page.headers.get("set-cookie") ?? "", /^dovms=[\w.-]+; Path=\/; HttpOnly; SameSite=Lax$/);
});

Deno.test("every page has a strict content security policy, error pages too [S43]", async () => {
  await using console = await testConsole();
  await staffed(console.clinic);
  const [stranger, visitor] = [new Visitor(console.url), await signedIn(console, ADMIN)];
  const pages = [
    await stranger.get("/sign-in"),
    await stranger.get("/set-up"),
    await visitor.get("/"),
    await visitor.get("/password"),
  ];
  for (const page of pages) match(policyOf(page)["script-src"] ?? "", /^'self' 'nonce-[\w+/=]{22,}'$/);
  equal(new Set(pages.map((page) => policyOf(page)["script-src"])).size, pages.length);
  const errors = [
    await visitor.get("/nowhere"),
    await visitor.get("/sign-out"),
    await visitor.post("/password", {}, { origin: "null" }),
  ];
  ok(errors.every(({ status }) => [403, 404, 405].includes(status)));
  for (const page of errors) match(policyOf(page)["script-src"] ?? "", /^'self'( 'nonce-[\w+/=]{22,}')?$/);
  for (const page of [...pages, ...errors]) mustBeStrict(page);
});

Deno.test("markup in names is text [S44]", async () => {
  await using console = await testConsole();
  await staffed(console.clinic, IMAGE);
  const visitor = await signedIn(console, NURSE);
  const change = { current: NURSE.password, new: "a chair by the river", again: "a chair by the river" };
  await visitor.post("/password", change);
  const home = await visitor.get("/");
  match(home.html, /&lt;img src=x onerror=alert\(1\)/);
  const typed = await visitor.post("/sign-in", { username: `"${IMAGE}`, password: "x", next: `/"${IMAGE}` });
  for (const { html } of [home, typed]) doesNotMatch(html, /<img/);
});

Deno.test("an unexpected failure shows its number and nothing else; the log is told [S37]", async () => {
  await using console = await testConsole();
  await staffed(console.clinic);
  const visitor = await signedIn(console, ADMIN);
  Object.assign(console.clinic, { timeZone: "No/Such-Zone" });
  const page = await visitor.get("/");
  equal(page.status, 500);
  doesNotMatch(page.html, /No\/Such-Zone|RangeError|\.tsx?\b/);
  const [failure, ...others] = console.failures;
  deepEqual(others, []);
  equal(failure?.route, "/");
  match(page.html, new RegExp(failure?.requestId ?? "no failure was told"));
});

function mustBeStrict(page: Page): void {
  const policy = policyOf(page);
  equal(policy["default-src"], "'none'");
  equal(policy["style-src"], "'self'");
  for (const name of ["object-src", "base-uri", "frame-ancestors"]) equal(policy[name], "'none'", name);
  equal(policy["form-action"], "'self'");
  doesNotMatch(JSON.stringify(policy), /unsafe|\*|https?:/);
  doesNotMatch(page.html, /\sstyle=|\son\w+=|<style/);
  equal(page.headers.get("cache-control"), "no-store");
  equal(page.headers.get("x-content-type-options"), "nosniff");
}

function policyOf({ headers }: Page): Record<string, string> {
  const directives = (headers.get("content-security-policy") ?? "").split(";").map((each) => each.trim());
  return Object.fromEntries(
    directives.map((each) => [each.split(" ")[0], each.split(" ").slice(1).join(" ")]),
  );
}
