import { App, createDefine, HttpError, page } from "fresh";
import { deepEqual, equal, match, rejects } from "node:assert/strict";
import type { VNode } from "preact";
import { applyBuild } from "@/fresh/apply_build.ts";
import { ask } from "./support.ts";

// What of the promised subset the other files do not show.

Deno.test("put, patch, delete and head are for their methods alone", async () => {
  const handler = new App()
    .put("/one", (ctx) => ctx.text("put"))
    .patch("/one", (ctx) => ctx.text("patched"))
    .delete("/one", (ctx) => ctx.text("gone"))
    .head("/two", () => new Response(null, { headers: { "x-two": "yes" } }))
    .handler();
  const asked = async (method: string, path = "/one") => (await ask(handler, path, { method })).body;
  deepEqual([await asked("PUT"), await asked("PATCH"), await asked("DELETE")], ["put", "patched", "gone"]);
  equal((await ask(handler, "/two", { method: "HEAD" })).headers.get("x-two"), "yes");
  equal((await ask(handler, "/one", { method: "POST" })).status, 405);
});

Deno.test("a handler knows the request, its address, its place, and that nothing went wrong", async () => {
  const handler = new App<{ by: string }>()
    .use((ctx) => {
      ctx.state.by = "middleware";
      return ctx.next();
    })
    .get("/of/:id", (ctx) => {
      const { url, params, route, state, data, error, config, isPartial } = ctx;
      const given = { data: data === undefined, error: error === null, basePath: config.basePath, isPartial };
      return ctx.json({ path: url.pathname, search: url.search, params, route, state, ...given });
    })
    .handler();
  deepEqual(JSON.parse((await ask(handler, "/of/7?q=1")).body), {
    path: "/of/7",
    search: "?q=1",
    params: { id: "7" },
    route: "/of/:id",
    state: { by: "middleware" },
    data: true,
    error: true,
    basePath: "",
    isPartial: false,
  });
});

Deno.test("text, html and json have their types, status and headers", async () => {
  const init = { status: 201, headers: { "x-of": "us" } };
  const handler = new App()
    .get("/text", (ctx) => ctx.text("<b>", init))
    .get("/html", (ctx) => ctx.html("<b>", init))
    .get("/json", (ctx) => ctx.json({ b: 1 }, init))
    .handler();
  for (
    const [path, type, body] of [
      ["/text", "text/plain", "<b>"],
      ["/html", "text/html", "<b>"],
      ["/json", "application/json", '{"b":1}'],
    ]
  ) {
    const answer = await ask(handler, path!);
    match(answer.headers.get("content-type")!, new RegExp(`^${type}`));
    deepEqual([answer.status, answer.headers.get("x-of"), answer.body], [201, "us", body]);
  }
});

Deno.test("createDefine hands back what it is given, typed", () => {
  const define = createDefine<{ name: string }>();
  const component = () => null;
  const handlers = { GET: () => page(1) };
  const middleware = () => new Response();
  equal(define.page(component), component);
  equal(define.layout(component), component);
  equal(define.handlers(handlers), handlers);
  equal(define.middleware(middleware), middleware);
});

Deno.test("_500 answers what _error would; both `handler` and `handlers` are heard, as functions too", async () => {
  const failing = () => {
    throw new HttpError(418);
  };
  const handler = built([
    {
      path: "/_500",
      module: { handler: (ctx: Ctx) => ctx.text(`caught ${(ctx.error as HttpError).status}`) },
    },
    { path: "/one", module: { handler: { GET: failing } } },
    { path: "/two", module: { handlers: { GET: (ctx: Ctx) => ctx.text("two") } } },
    { path: "/three", module: { handler: (ctx: Ctx) => ctx.text("three") } },
  ]);
  const bodies = await Promise.all(["/one", "/two", "/three"].map((path) => ask(handler, path)));
  deepEqual(bodies.map(({ body }) => body), ["caught 418", "two", "three"]);
});

Deno.test("client navigation is not supported, and says so", async () => {
  for (const name of ["f-client-nav", "f-partial"]) {
    const Page = () => <Named {...{ [name]: "/x" }} />;
    const handler = new App().get("/", (ctx) => ctx.render(<Page />)).handler();
    await rejects(ask(handler, "/"), new RegExp(`${name} is not supported`));
  }
});

type Ctx = Parameters<Parameters<App["get"]>[1]>[0];

function Named(attributes: Record<string, string>): VNode {
  return <div {...attributes} />;
}

function built(routes: { path: string; module: Record<string, unknown> }[]) {
  const app = new App().fsRoutes();
  applyBuild(app, { build: "b", boot: [], routes, files: [], islands: [] });
  return app.handler();
}
