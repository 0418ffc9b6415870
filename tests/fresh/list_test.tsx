import { App, createDefine, HttpError, page } from "fresh";
import { deepEqual, equal, match, rejects } from "node:assert/strict";
import type { VNode } from "preact";
import { applyBuild } from "@/fresh/apply_build.ts";
import { fetchFrom } from "./support.ts";

// The parts of the supported subset that the other files do not test.

Deno.test("put, patch, delete and head are for their methods alone", async () => {
  const handler = new App()
    .put("/one", (ctx) => ctx.text("put"))
    .patch("/one", (ctx) => ctx.text("patched"))
    .delete("/one", (ctx) => ctx.text("deleted"))
    .head("/two", () => new Response(null, { headers: { "x-two": "yes" } }))
    .handler();
  const bodyOf = async (method: string, path = "/one") => (await fetchFrom(handler, path, { method })).body;
  deepEqual([await bodyOf("PUT"), await bodyOf("PATCH"), await bodyOf("DELETE")], [
    "put",
    "patched",
    "deleted",
  ]);
  equal((await fetchFrom(handler, "/two", { method: "HEAD" })).headers.get("x-two"), "yes");
  equal((await fetchFrom(handler, "/one", { method: "POST" })).status, 405);
});

Deno.test("a context has the request, its URL, params, route and state, and no data or error", async () => {
  const handler = new App<{ by: string }>()
    .use((ctx) => {
      ctx.state.by = "middleware";
      return ctx.next();
    })
    .get("/of/:id", (ctx) => {
      const { url, params, route, state, data, error, config, isPartial } = ctx;
      const rest = { data: data === undefined, error: error === null, basePath: config.basePath, isPartial };
      return ctx.json({ path: url.pathname, search: url.search, params, route, state, ...rest });
    })
    .handler();
  deepEqual(JSON.parse((await fetchFrom(handler, "/of/7?q=1")).body), {
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
    const answer = await fetchFrom(handler, path!);
    match(answer.headers.get("content-type")!, new RegExp(`^${type}`));
    deepEqual([answer.status, answer.headers.get("x-of"), answer.body], [201, "us", body]);
  }
});

Deno.test("createDefine returns its arguments as they are, typed", () => {
  const define = createDefine<{ name: string }>();
  const component = () => null;
  const handlers = { GET: () => page(1) };
  const middleware = () => new Response();
  equal(define.page(component), component);
  equal(define.layout(component), component);
  equal(define.handlers(handlers), handlers);
  equal(define.middleware(middleware), middleware);
});

Deno.test("_500 answers what _error would; both `handler` and `handlers` are read, as functions too", async () => {
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
  const bodies = await Promise.all(["/one", "/two", "/three"].map((path) => fetchFrom(handler, path)));
  deepEqual(bodies.map(({ body }) => body), ["caught 418", "two", "three"]);
});

Deno.test("client navigation is not supported, and says so", async () => {
  for (const name of ["f-client-nav", "f-partial"]) {
    const Page = () => <Named {...{ [name]: "/x" }} />;
    const handler = new App().get("/", (ctx) => ctx.render(<Page />)).handler();
    await rejects(fetchFrom(handler, "/"), new RegExp(`${name} is not supported`));
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
