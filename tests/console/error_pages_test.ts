import { deepEqual, doesNotMatch, equal, match } from "node:assert/strict";
import { type TestConsole, testConsole } from "@/tests/support/console/console.ts";
import { ADMIN, signedIn, staffed } from "@/tests/support/console/people.ts";
import { somebody } from "@/tests/support/console/records.ts";
import { type Page, Visitor } from "@/tests/support/console/visitor.ts";

const ID = /<code>([0-9a-f]{8}-[0-9a-f-]{27})<\/code>/;

Deno.test("pages of 403, 404 and 500 have a number each, and a way home", async () => {
  await using console = await testConsole();
  const pages = await refusals(console, "en");
  for (const { html } of pages) match(html, /<a class="button[^"]*" href="\/"[^>]*>Go to the home page</);
  const ids = pages.map(({ html }) => ID.exec(html)?.[1]);
  equal(new Set(ids).size, pages.length);
  deepEqual(console.failures.map(({ requestId }) => requestId), ids.slice(-1)); // of the others the log hears nothing
});

Deno.test("they speak the reader's language", async () => {
  await using console = await testConsole();
  for (const { html } of await refusals(console, "st")) {
    match(html, /<html lang="st">/);
    match(html, ID);
    match(html, />Eea leqepheng la pele</);
    doesNotMatch(html, /Request|Try again|Go to/);
  }
});

Deno.test("what failed to be shown can be tried again; what failed to be sent is not sent by a link", async () => {
  await using console = await testConsole();
  await staffed(console.clinic);
  const visitor = await signedIn(console, ADMIN);
  await visitor.get("/password"); // for what its forms carry
  Object.assign(console.clinic, { timeZone: "No/Such-Zone" });
  const shown = await visitor.get("/?x=%22%3E%3Cimg%3E&y=1");
  equal(shown.status, 500);
  match(shown.html, /<a class="button" href="\/\?x=%22%3E%3Cimg%3E&amp;y=1"[^>]*>Try again</);
  const patient = { full_name: "Thabo Mokoena", date_of_birth: "2000-01-01", gender: "M", file_number: "1" };
  const sent = await visitor.post("/patients/new", { ...patient, age: "", contact_details: "" });
  equal(sent.status, 500);
  match(sent.html, ID);
  doesNotMatch(sent.html, /Try again</);
});

Deno.test("strangers are shown the way in; who was not looked at yet, the way that is right for all", async () => {
  await using console = await testConsole();
  await staffed(console.clinic);
  const stranger = new Visitor(console.url);
  const noForm = await stranger.post("/sign-in", {}, { "content-type": "text/plain" });
  equal(noForm.status, 415);
  match(noForm.html, /<a class="button" href="\/sign-in"[^>]*>Sign in</);
  const forged = await stranger.post("/sign-in", ADMIN, { origin: "https://evil.example" });
  equal(forged.status, 403);
  match(forged.html, /<a class="button" href="\/"[^>]*>Go to the home page</);
  for (const { html } of [noForm, forged]) match(html, ID);
});

/** What a nurse is refused, in their language: what is not allowed, what is not there, and at last what fails. */
async function refusals(console: TestConsole, language: string): Promise<Page[]> {
  await staffed(console.clinic);
  const visitor = await somebody(console, "nurse");
  await visitor.post("/language", { language, next: "/" });
  const paths = ["/set-up/key", "/nowhere", "/patients/0198f0c2-7a11-7cc4-9d5e-1c2f6b0a4e77"];
  const pages = [];
  for (const path of paths) pages.push(await visitor.get(path));
  Object.assign(console.clinic, { timeZone: "No/Such-Zone" });
  pages.push(await visitor.get("/"));
  deepEqual(pages.map(({ status }) => status), [403, 404, 404, 500]);
  return pages;
}
