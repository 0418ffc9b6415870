import { deepEqual, doesNotMatch, equal, match } from "node:assert/strict";
import { entriesOf } from "@/tests/support/db/audit.ts";
import { type TestConsole, testConsole } from "@/tests/support/console/console.ts";
import { ADMIN, NURSE, signedIn, staffed } from "@/tests/support/console/people.ts";
import { ledTo, type Page, titleOf, Visitor } from "@/tests/support/console/visitor.ts";

Deno.test("a browser that asks for Sesotho is answered in Sesotho, mistakes and errors too", async () => {
  await using console = await testConsole();
  await staffed(console.clinic);
  const visitor = whoAsksFor("st-LS,st;q=0.9,en;q=0.5", console);
  const form = await visitor.get("/sign-in");
  mustBeIn("st", form);
  equal(titleOf(form), "Kena – DOVMS");
  match(form.html, /Lebitso la ho kena/);
  doesNotMatch(form.html, /Sign in|Username|Digital/);

  const wrong = await visitor.post("/sign-in", { username: "", password: "" });
  equal(wrong.status, 422);
  equal(titleOf(wrong), "Phoso: Kena – DOVMS");
  match(wrong.html, /Ngola phasewete ea hao/);
  match((await visitor.post("/sign-in", { username: "nobody", password: "x" })).html, /ha lia nepahala/);

  const refused = await visitor.post("/sign-in", {}, { origin: "https://evil.example" });
  equal(refused.status, 403);
  mustBeIn("st", refused);
  match(refused.html, /Sena ha sea lumelloa/);
  mustBeIn("en", await whoAsksFor("fr", console).get("/sign-in"));
});

Deno.test("every page is in Sesotho, the API's answers as ever", async () => {
  await using console = await testConsole();
  const stranger = whoAsksFor("st", console);
  const setUp = await stranger.get(`/set-up?secret=${console.clinic.setUp.secret}`);
  equal(titleOf(setUp), "Hlophisa tleliniki ea hao – DOVMS");
  match((await stranger.get("/set-up")).html, /Linki ena ha e bulehe/);
  await staffed(console.clinic);
  match((await stranger.get("/set-up")).html, /Tleliniki ena e hlophisitsoe/);

  const visitor = whoAsksFor("st", console);
  await visitor.post("/sign-in", ADMIN);
  const home = await visitor.get("/");
  match(home.html, /Lumela, Mme Puleng/);
  match(home.html, /U kene u le motsamaisi/);
  const password = await visitor.post("/password", {
    current: "not mine",
    new: "a chair by the river",
    again: "a chair by the river",
  });
  match(password.html, /Ena hase phasewete ea hao ea joale/);
  const nowhere = await visitor.get("/nowhere");
  equal(nowhere.status, 404);
  for (const page of [setUp, home, password, nowhere]) mustBeIn("st", page);
  doesNotMatch((await visitor.get("/api/nowhere")).html, /Ha ho/);
});

Deno.test("the account's choice wins over the browser's, and the session goes on", async () => {
  await using console = await testConsole();
  await staffed(console.clinic);
  const visitor = whoAsksFor("st", console);
  await visitor.post("/sign-in", ADMIN);
  mustBeIn("st", await visitor.get("/password"));
  equal(ledTo(await visitor.post("/language", { language: "en", next: "/password?x=1" })), "/password?x=1");
  mustBeIn("en", await visitor.get("/password"));
  equal(languageOf(console, ADMIN.username), "en");

  const elsewhere = whoAsksFor("st", console);
  mustBeIn("st", await elsewhere.get("/sign-in"));
  await elsewhere.post("/sign-in", ADMIN);
  mustBeIn("en", await elsewhere.get("/"));
  await elsewhere.post("/language", { language: "st" });
  mustBeIn("st", await visitor.get("/"));
  equal(languageOf(console, NURSE.username), undefined);
});

Deno.test("the choice is audited, shows in no answer of the API, and choosing the same again changes nothing", async () => {
  await using console = await testConsole();
  await staffed(console.clinic);
  const visitor = await signedIn(console, ADMIN);
  const version = () => staffOf(console, ADMIN.username)?.version;
  const before = version()!;
  for (const _ of ["chosen", "chosen again"]) await visitor.post("/language", { language: "st" });
  equal(version(), before + 1);
  deepEqual((await entriesOf(console.clinic.store, "language.change")).map(({ outcome }) => outcome), [
    "done",
  ]);

  const { access } = await (await ask(console, "/api/auth/login/", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ username: ADMIN.username, password: ADMIN.password }),
  })).json();
  const { id } = staffOf(console, ADMIN.username)!;
  for (const path of ["/api/staff/", "/api/staff/?include=inactive", `/api/staff/${id}/`]) {
    const response = await ask(console, path, { headers: { authorization: `Bearer ${access}` } });
    equal(response.status, 200);
    const text = await response.text();
    match(text, /Mme Puleng/);
    doesNotMatch(text, /language|"st"/);
  }
});

Deno.test("the switch works without a script, before signing in and after", async () => {
  await using console = await testConsole();
  await staffed(console.clinic);
  const visitor = whoAsksFor("en", console);
  const form = await visitor.get("/sign-in?next=%2Fpassword");
  doesNotMatch(form.html, /<script/);
  const switched = await visitor.post("/language", switchIn(form));
  equal(ledTo(switched), "/sign-in?next=%2Fpassword");
  match(
    switched.headers.get("set-cookie") ?? "",
    /^lang=st; Max-Age=31536000; Path=\/; HttpOnly; SameSite=Lax$/,
  );
  const back = await visitor.get("/sign-in?next=%2Fpassword");
  mustBeIn("st", back);
  match(back.html, /name="next" value="\/password"/);
  match(back.html, /lang="en"[^>]*>English<\/button>/);

  const nurse = await signedIn(console, NURSE); // with a password that must be changed first
  const password = await nurse.get("/password");
  equal(ledTo(await nurse.post("/language", switchIn(password))), "/password");
  mustBeIn("st", await nurse.get("/password"));
});

Deno.test("the switch on the set-up page leads back to it", async () => {
  await using console = await testConsole();
  const { secret } = console.clinic.setUp;
  const visitor = whoAsksFor("en", console);
  const form = await visitor.get(`/set-up?secret=${secret}`);
  const wrong = await visitor.post("/set-up", { secret });
  for (const page of [form, wrong]) {
    equal(ledTo(await visitor.post("/language", switchIn(page))), `/set-up?secret=${secret}`);
  }
  const back = await visitor.get(`/set-up?secret=${secret}`);
  equal(back.status, 200);
  mustBeIn("st", back);
});

Deno.test("other languages are refused, and a kept one that there is not is passed over", async () => {
  await using console = await testConsole();
  await staffed(console.clinic);
  const visitor = await signedIn(console, ADMIN);
  const stranger = new Visitor(console.url);
  for (const language of ["fr", "", "EN", "en-GB", "toString", "__proto__", "st\r\nSet-Cookie: x=y"]) {
    for (const who of [visitor, stranger]) {
      const page = await who.post("/language", { language });
      equal(page.status, 400, language);
      equal(page.headers.get("set-cookie"), null);
    }
  }
  equal(languageOf(console, ADMIN.username), undefined);
  for (const kept of ["fr", "", "toString", "st; lang=en; x", '"st"']) {
    stranger.cookie = `lang=${kept}`;
    mustBeIn(/^"?st/.test(kept) ? "st" : "en", await stranger.get("/sign-in"));
  }
});

Deno.test("another site can change nobody's language, and `next` leads to no other site [S41]", async () => {
  await using console = await testConsole();
  await staffed(console.clinic);
  const visitor = await signedIn(console, ADMIN);
  const stranger = new Visitor(console.url);
  for (const origin of ["", "null", "https://evil.example"]) {
    for (const who of [visitor, stranger]) {
      const page = await who.post("/language", { language: "st" }, { origin });
      equal(page.status, 403);
      equal(page.headers.get("set-cookie"), null);
    }
  }
  equal(languageOf(console, ADMIN.username), undefined);
  for (const next of ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)"]) {
    for (const who of [visitor, stranger]) {
      equal(ledTo(await who.post("/language", { language: "en", next })), "/", next);
    }
  }
  equal((await visitor.get("/language")).status >= 400, true); // a link or an image changes nothing
});

/** A visitor whose browser asks for these languages. */
function whoAsksFor(languages: string, { url }: TestConsole): Visitor {
  return new Visitor(url, (input) => {
    const request = new Request(input);
    request.headers.set("accept-language", languages);
    return fetch(request);
  });
}

function mustBeIn(language: string, { html }: Page): void {
  match(html, new RegExp(`^<!DOCTYPE html><html lang="${language}"`, "i"));
}

/** What a browser sends when the page's switch is pressed. */
function switchIn({ html }: Page): Record<string, string> {
  const form = /<form method="post" class="language" action="\/language">.*?<\/form>/.exec(html)?.[0] ?? "";
  const fields = [...form.matchAll(/name="(\w+)" value="([^"]*)"/g)];
  return Object.fromEntries(fields.map(([, name, value]) => [name, value!.replaceAll("&amp;", "&")]));
}

function languageOf(console: TestConsole, username: string): string | undefined {
  return staffOf(console, username)?.language;
}

function staffOf({ clinic }: TestConsole, username: string) {
  return [...clinic.store.directory.staff.values()].find((row) => row.username === username);
}

function ask({ url }: TestConsole, path: string, init: RequestInit): Promise<Response> {
  return fetch(url + path, init);
}
