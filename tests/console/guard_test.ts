import assert from "node:assert/strict";
import { h } from "preact";
import { app } from "@/main.ts";
import type { State } from "@/routes/(_shared)/state.ts";
import { sourceFiles } from "@/tests/support/source/files.ts";
import { testConsole } from "@/tests/support/console/console.ts";
import { ADMIN, signedIn, staffed } from "@/tests/support/console/people.ts";
import { ledTo, Visitor } from "@/tests/support/console/visitor.ts";

Deno.test("a page without a guard is closed, signed in or not, and acts for nobody", async () => {
  const actors: State["scope"]["actor"][] = [];
  app.get("/forgotten", (ctx) => {
    actors.push(ctx.state.scope.actor);
    return new Response(`Everything about ${ctx.state.person?.name}`);
  });
  app.get("/forgotten-page", (ctx) => ctx.render(h("p", null, "Everything")));
  app.get("/forgotten-failure", () => {
    throw new Error("Everything");
  });
  app.post("/forgotten", () => new Response("Everything"));

  await using console = await testConsole();
  await staffed(console.clinic);
  const [admin, stranger] = [await signedIn(console, ADMIN), new Visitor(console.url)];
  for (const path of ["/forgotten", "/forgotten-page", "/forgotten-failure"]) {
    const shown = await admin.get(path);
    assert.equal(shown.status, 404, path);
    assert.ok(!shown.html.includes("Everything"), path);
    const led = await stranger.get(path);
    assert.equal(ledTo(led), `/sign-in?next=${encodeURIComponent(path)}`);
    assert.equal(led.html, "");
  }
  assert.equal((await admin.post("/forgotten", {})).status, 404);
  assert.equal(ledTo(await stranger.post("/forgotten", {})), "/sign-in");
  assert.deepEqual(actors, [null, null]);
  assert.equal((await admin.get("/password")).status, 200); // the guarded pages beside it are as open as before
});

Deno.test("every route lies in a group with a guard", async () => {
  const files = (await sourceFiles([".ts", ".tsx"])).map(({ path }) => path);
  const routes = files.filter((path) => path.startsWith("routes/")).map((path) =>
    path.slice("routes/".length)
  );
  const pages = routes.filter((path) => !/(^|\/)(_|\(_)/.test(path));
  assert.ok(pages.length > 20);
  assert.deepEqual(pages.filter((path) => !/^\((open|desk)\)\//.test(path)), []);
  for (const group of ["(open)", "(desk)"]) assert.ok(routes.includes(`${group}/_middleware.ts`));
});
