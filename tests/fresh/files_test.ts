import { doesNotMatch, equal, match, throws } from "node:assert/strict";
import { App } from "fresh";
import { applyBuild, type BuildOutput } from "@/fresh/apply_build.ts";
import { fetchFrom, fixtureHandler } from "./support.ts";

const handler = await fixtureHandler();
const body = async (path: string) => (await fetchFrom(handler, path)).body;

Deno.test("_app, _layout and the page nest; Head reaches the wrapper's head", async () => {
  match(
    await body("/"),
    /<html lang="en"><head><title>Home<\/title>.*<main data-path="\/"><h1>Hello<\/h1><\/main>/,
  );
});

Deno.test("a page without islands ships no script", async () => {
  doesNotMatch(await body("/"), /<script|modulepreload/);
});

Deno.test("_middleware runs from the root down, for its folder only", async () => {
  equal((await fetchFrom(handler, "/admin")).headers.get("x-trail"), "root second admin");
  equal((await fetchFrom(handler, "/")).headers.get("x-trail"), "root second");
});

Deno.test("_layout may be async and nests by folder", async () => {
  match(await body("/admin"), /<main data-path="\/admin"><section title="Administration"><p>/);
});

Deno.test("config skips wrapper and layouts", async () => {
  equal(await body("/admin/bare"), "<!DOCTYPE html><p>bare</p>");
});

Deno.test("[id] gives a param; a fixed name beside it wins", async () => {
  match(await body("/admin/7%2F8"), /<p data-route="\/admin\/:id">id 7\/8<\/p>/);
  match(await body("/admin/fixed"), /<p>fixed<\/p>/);
});

Deno.test("[[version]] may be absent, [...path] takes the rest, routeOverride replaces the name", async () => {
  match(await body("/docs"), /version none/);
  match(await body("/docs/v2"), /version v2/);
  equal(await body("/old/a/b/c"), "GET a/b/c");
  equal((await fetchFrom(handler, "/old/x", { method: "PUT" })).body, "PUT x");
  equal(await body("/files/register.csv"), "register");
  equal((await fetchFrom(handler, "/override")).status, 404);
});

Deno.test("(group) has a layout of its own and no part in the URL", async () => {
  match(await body("/counter"), /<aside><table>/);
  equal((await fetchFrom(handler, "/(desk)/counter")).status, 404);
  equal((await fetchFrom(handler, "/_layout")).status, 404);
  equal((await fetchFrom(handler, "/desk/_islands/Local")).status, 404);
});

Deno.test("handlers give pages their data, status and headers, or answer themselves", async () => {
  const send = (name: string) =>
    fetchFrom(handler, "/form", { method: "POST", body: new URLSearchParams({ name }) });
  const again = await send("");
  equal(again.status, 422);
  equal(again.headers.get("x-form"), "again");
  match(again.body, /A name is needed/);
  const done = await send("Palesa");
  equal(done.status, 303);
  equal(done.headers.get("location"), "/");
});

Deno.test("an async page renders, or answers with a Response", async () => {
  match(await body("/async?name=Thabo"), /<p>Hello Thabo<\/p>/);
  const refused = await fetchFrom(handler, "/async");
  equal(refused.status, 400);
  equal(refused.body, "a name, please");
});

Deno.test("_error shows the status of an HttpError and 500 for the rest, without its details", async () => {
  const unexpected = await fetchFrom(handler, "/thrower");
  equal(unexpected.status, 500);
  match(unexpected.body, /<main data-path="\/thrower"><p>Error page: unexpected<\/p>/);
  doesNotMatch(unexpected.body, /secret detail/);
  const forbidden = await fetchFrom(handler, "/thrower?status=403");
  equal(forbidden.status, 403);
  match(forbidden.body, /status 403/);
});

Deno.test("the _error of a folder catches its pages and its middleware", async () => {
  const stopped = await fetchFrom(handler, "/admin?stop");
  equal(stopped.status, 500);
  match(stopped.body, /<main data-path="\/admin"><section title="Administration"><p>Admin error<\/p>/);
});

Deno.test("_404 answers unknown paths and thrown 404s", async () => {
  for (const path of ["/nothing", "/admin/a/b", "/thrower?status=404"]) {
    const { status, body } = await fetchFrom(handler, path);
    equal(status, 404);
    match(body, /Nothing at/);
  }
});

Deno.test("a file that does not export what its name says is named when the app starts", () => {
  const start = (path: string, module: Record<string, unknown>) => () => {
    const output: BuildOutput = { build: "", boot: [], islands: [], files: [], routes: [{ path, module }] };
    const app = new App().fsRoutes();
    applyBuild(app, output);
    app.handler();
  };
  throws(start("/empty", {}), /routes\/empty: exports neither/);
  throws(start("/_404", { default: () => null }), /routes\/_404: export a handler.*status: 404/);
  throws(start("/_middleware", { default: "no" }), /routes\/_middleware: exports no middleware/);
  throws(start("/admin/_app", { default: () => null }), /only routes\/_app/);
  throws(start("/_unknown", { default: () => null }), /no file of this name is supported/);
});
