import { App, cors, HttpError } from "fresh";
import { deepEqual, equal, match, rejects, throws } from "node:assert/strict";
import { fetchFrom } from "./support.ts";

interface State {
  seen: string[];
}

function seeing(name: string) {
  return (ctx: { state: State; next: () => Promise<Response> }) => {
    ctx.state.seen = [...ctx.state.seen ?? [], name];
    return ctx.next();
  };
}

Deno.test("middlewares run in order, and only for what is registered below them", async () => {
  const handler = new App<State>()
    .use(seeing("first"), seeing("second"))
    .get("/early", (ctx) => ctx.json(ctx.state.seen))
    .use(seeing("late"))
    .get("/late", (ctx) => ctx.json(ctx.state.seen))
    .handler();
  deepEqual(JSON.parse((await fetchFrom(handler, "/early")).body), ["first", "second"]);
  deepEqual(JSON.parse((await fetchFrom(handler, "/late")).body), ["first", "second", "late"]);
});

Deno.test("a middleware with a path runs under that path only", async () => {
  const handler = new App<State>()
    .use(seeing("all"))
    .use("/desk", seeing("desk"))
    .get("/desk/queue", (ctx) => ctx.json(ctx.state.seen))
    .get("/desktop", (ctx) => ctx.json(ctx.state.seen))
    .handler();
  deepEqual(JSON.parse((await fetchFrom(handler, "/desk/queue")).body), ["all", "desk"]);
  deepEqual(JSON.parse((await fetchFrom(handler, "/desktop")).body), ["all"]);
});

Deno.test("routes answer their method; HEAD falls back to GET without a body; others are 405", async () => {
  const handler = new App()
    .get("/visits", (ctx) => ctx.text("list"))
    .post("/visits", (ctx) => ctx.text("made", { status: 201 }))
    .all("/any", (ctx) => ctx.text(ctx.req.method))
    .handler();
  equal((await fetchFrom(handler, "/visits")).body, "list");
  equal((await fetchFrom(handler, "/visits", { method: "POST" })).status, 201);
  deepEqual(pick(await fetchFrom(handler, "/visits", { method: "HEAD" })), [200, ""]);
  equal((await fetchFrom(handler, "/visits", { method: "DELETE" })).status, 405);
  equal((await fetchFrom(handler, "/any", { method: "PATCH" })).body, "PATCH");
  equal((await fetchFrom(handler, "/nowhere")).status, 404);
});

Deno.test("patterns give decoded params and the route; a malformed path matches nothing", async () => {
  const handler = new App().get("/patients/:id", (ctx) => ctx.json([ctx.params.id, ctx.route])).handler();
  deepEqual(JSON.parse((await fetchFrom(handler, "/patients/Ts%27epo%20M")).body), [
    "Ts'epo M",
    "/patients/:id",
  ]);
  equal((await fetchFrom(handler, "/patients/%E0%A4")).status, 404);
});

Deno.test("an exact route wins over a pattern registered before it", async () => {
  const handler = new App()
    .get("/patients/:id", (ctx) => ctx.text("one"))
    .get("/patients/new", (ctx) => ctx.text("new"))
    .handler();
  equal((await fetchFrom(handler, "/patients/new")).body, "new");
});

Deno.test("the nearest onError answers; its own error reaches the outer one", async () => {
  const handler = new App()
    .onError((ctx) => ctx.text(`outer ${(ctx.error as Error).message}`, { status: 500 }))
    .onError("/near", (ctx) => ctx.text("near", { status: 500 }))
    .onError("/broken", () => {
      throw new Error("page failed");
    })
    .get("/far", fail).get("/near/it", fail).get("/broken/it", fail)
    .handler();
  deepEqual(pick(await fetchFrom(handler, "/far")), [500, "outer failed"]);
  deepEqual(pick(await fetchFrom(handler, "/near/it")), [500, "near"]);
  deepEqual(pick(await fetchFrom(handler, "/broken/it")), [500, "outer page failed"]);
});

Deno.test("notFound answers unknown paths and thrown 404s, not other errors", async () => {
  const handler = new App()
    .onError((ctx) => ctx.text("error", { status: 500 }))
    .notFound((ctx) => ctx.text("nothing here", { status: 404 }))
    .get("/missing", () => Promise.reject(new HttpError(404)))
    .get("/fail", fail)
    .handler();
  deepEqual(pick(await fetchFrom(handler, "/unknown")), [404, "nothing here"]);
  deepEqual(pick(await fetchFrom(handler, "/missing")), [404, "nothing here"]);
  deepEqual(pick(await fetchFrom(handler, "/fail")), [500, "error"]);
});

Deno.test("without error pages an HttpError is plain text and anything else reaches the host", async () => {
  const handler = new App()
    .get("/http", () => Promise.reject(new HttpError(403, "not yours")))
    .get("/fail", fail)
    .handler();
  deepEqual(pick(await fetchFrom(handler, "/http")), [403, "not yours"]);
  await rejects(fetchFrom(handler, "/fail"), /failed/);
});

Deno.test("redirects stay on this site, however the path is written", async () => {
  const handler = new App().get("/go", (ctx) => ctx.redirect(ctx.url.searchParams.get("to") ?? "/"))
    .handler();
  const locationOf = async (to: string) =>
    (await fetchFrom(handler, `/go?to=${encodeURIComponent(to)}`)).headers.get("location");
  equal(await locationOf("/patients?page=2"), "/patients?page=2");
  for (const hostile of ["//evil.example", "/\\evil.example", "/\t/evil.example", "\\\\evil.example"]) {
    equal(await locationOf(hostile), "/evil.example");
  }
});

Deno.test("info reaches the handler", async () => {
  const handler = new App().get("/", (ctx) => ctx.text((ctx.info.remoteAddr as Deno.NetAddr).hostname))
    .handler();
  const info: Deno.ServeHandlerInfo = {
    remoteAddr: { transport: "tcp", hostname: "192.0.2.7", port: 9 },
    completed: Promise.resolve(),
  };
  equal(await (await handler(new Request("http://localhost/"), info)).text(), "192.0.2.7");
});

Deno.test("what is not supported says so", () => {
  throws(() => new App().listen(), /not supported/);
  throws(() => new App().mountApp(), /app\.mountApp\(\) is not supported/);
  throws(() => cors(), /cors\(\) is not supported/);
  throws(() => new App().fsRoutes("/sub"), /not supported/);
});

Deno.test("fsRoutes without a build says what to run", () => {
  throws(() => new App().fsRoutes().handler(), (error) => {
    match((error as Error).message, /deno task build/);
    return true;
  });
});

function fail(): never {
  throw new Error("failed");
}

function pick({ status, body }: { status: number; body: string }): [number, string] {
  return [status, body];
}
