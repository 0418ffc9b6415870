import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { App, createDefine, page } from "fresh";
import { Head, Partial } from "fresh/runtime";
import { deepEqual, doesNotMatch, equal, match, rejects } from "node:assert/strict";
import { fetchFrom } from "./support.ts";

const define = createDefine<{ title?: string }>();

const Wrapper = define.layout(({ Component, state }) => (
  <html>
    <head>
      <title>{state.title ?? "none"}</title>
      <meta name="author" content="wrapper" />
      <link key="icon" rel="icon" href="/old.svg" />
    </head>
    <body>
      <Component />
    </body>
  </html>
));

const Frame = define.layout(({ Component }) => (
  <main>
    <Component />
  </main>
));

Deno.test("ctx.render puts JSX into layouts and wrapper, escapes text, and sends no script", async () => {
  const handler = new App<{ title?: string }>().appWrapper(Wrapper).layout("*", Frame)
    .get(
      "/",
      (ctx) => ctx.render(<p>{"<script>alert(1)</script>"}</p>, { status: 418, headers: { "x-a": "b" } }),
    )
    .handler();
  const { status, headers, body } = await fetchFrom(handler, "/");
  deepEqual([status, headers.get("x-a"), headers.get("content-type")], [
    418,
    "b",
    "text/html; charset=utf-8",
  ]);
  match(body, /^<!DOCTYPE html><html><head>.*<main><p>&lt;script&gt;.*<\/p><\/main><\/body><\/html>$/);
  doesNotMatch(body, /<script/);
});

Deno.test("a layout applies under its path, and can shut out the others", async () => {
  const handler = new App<{ title?: string }>().appWrapper(Wrapper).layout("*", Frame)
    .layout(
      "/print",
      define.layout(({ Component }) => (
        <article>
          <Component />
        </article>
      )),
      {
        skipInheritedLayouts: true,
        skipAppWrapper: true,
      },
    )
    .get("/print", (ctx) => ctx.render(<p>paper</p>))
    .get("/screen", (ctx) => ctx.render(<p>glass</p>))
    .handler();
  equal((await fetchFrom(handler, "/print")).body, "<!DOCTYPE html><article><p>paper</p></article>");
  match((await fetchFrom(handler, "/screen")).body, /<main><p>glass<\/p><\/main>/);
});

Deno.test("app.route gives page data, status and headers to its component", async () => {
  const handler = new App().route("/list", {
    handlers: { GET: () => page({ names: ["Palesa"] }, { status: 203, headers: { "x-total-count": "1" } }) },
    component: ({ data }) => <b>{(data as { names: string[] }).names.join()}</b>,
  }).handler();
  const { status, headers, body } = await fetchFrom(handler, "/list");
  deepEqual([status, headers.get("x-total-count"), body], [203, "1", "<!DOCTYPE html><b>Palesa</b>"]);
  equal((await fetchFrom(handler, "/list", { method: "POST" })).status, 405);
});

Deno.test("an async page runs before the wrapper renders, and its state is seen there", async () => {
  const handler = new App<{ title?: string }>().appWrapper(Wrapper).route("/", {
    component: async ({ state }) => {
      state.title = await Promise.resolve("set by the page");
      return <p>ok</p>;
    },
  }).handler();
  match((await fetchFrom(handler, "/")).body, /<title>set by the page<\/title>/);
});

Deno.test("Head replaces by title, meta name and key, adds the rest, and leaves nothing behind", async () => {
  const handler = new App<{ title?: string }>().appWrapper(Wrapper).get("/", (ctx) =>
    ctx.render(
      <div>
        <Head>
          <title>first</title>
        </Head>
        <Head>
          <title>last</title>
          <meta name="author" content="page" />
          <link key="icon" rel="icon" href="/new.svg" />
          <meta name="robots" content="noindex" />
        </Head>
      </div>,
    )).handler();
  const { body } = await fetchFrom(handler, "/");
  match(body, /<title>last<\/title><meta name="author" content="page"\/>.*\/new\.svg.*noindex.*<\/head>/);
  doesNotMatch(body, /none|first|wrapper|old\.svg|fresh-head/);
});

Deno.test("Head without a head element, and Partial, fail clearly", async () => {
  const handler = new App()
    .get("/head", (ctx) =>
      ctx.render(
        <Head>
          <title>lost</title>
        </Head>,
      ))
    .get("/partial", (ctx) => ctx.render(<Partial />))
    .handler();
  await rejects(fetchFrom(handler, "/head"), /no <head> element/);
  await rejects(fetchFrom(handler, "/partial"), /not supported/);
});

Deno.test("two requests rendered at the same time keep their own state", async () => {
  const handler = new App<{ title?: string }>().appWrapper(Wrapper).route("/:name", {
    component: async ({ state, params }) => {
      await Promise.resolve();
      state.title = params.name ?? "";
      return <p>{params.name}</p>;
    },
  }).handler();
  const bodies = await Promise.all(["a", "b", "c"].map((name) => fetchFrom(handler, `/${name}`)));
  for (const [i, name] of ["a", "b", "c"].entries()) {
    match(bodies[i]?.body ?? "", new RegExp(`<title>${name}<.*<p>${name}<`));
  }
});

Deno.test("a context of a layout reaches its pages; one of the wrapper does not: as on Fresh it is rendered last", async () => {
  const Voice = createContext("none");
  const UseVoice = () => <p>{useContext(Voice)}</p>;
  const handler = new App()
    .appWrapper(({ Component }) => (
      <html>
        <head>
          <title>own</title>
        </head>
        <body>
          <Voice.Provider value="wrapper">
            <Component />
            <UseVoice />
          </Voice.Provider>
        </body>
      </html>
    ))
    .layout("/in", ({ Component }) => (
      <Voice.Provider value="layout">
        <Component />
      </Voice.Provider>
    ))
    .get("/", (ctx) => ctx.render(<UseVoice />))
    .get("/in", (ctx) => ctx.render(<UseVoice />))
    .handler();
  match((await fetchFrom(handler, "/")).body, /<body><p>none<\/p><p>wrapper<\/p><\/body>/);
  match((await fetchFrom(handler, "/in")).body, /<body><p>layout<\/p><p>wrapper<\/p><\/body>/);
});

Deno.test("redirect needs its context, as on Fresh", async () => {
  const handler = new App().get("/", ({ redirect }) => redirect("/there")).handler();
  await rejects(fetchFrom(handler, "/"), TypeError);
});
