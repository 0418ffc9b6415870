import { signal } from "@preact/signals";
import { parse } from "devalue";
import { App } from "fresh";
import { deepEqual, doesNotMatch, equal, match, ok, rejects } from "node:assert/strict";
import type { ComponentChildren, FunctionComponent } from "preact";
import { applyBuild } from "@/fresh/apply_build.ts";
import { fetchFrom, fixtureHandler } from "./support.ts";

type Sent = [build: string, islands: [url: string, exportName: string, props: Record<string, unknown>][]];

const Island: FunctionComponent<Record<string, unknown>> = ({ children }) => (
  <i>{children as ComponentChildren}</i>
);
const Outer: FunctionComponent = () => <Island inner />;

const HOSTILE = "</script><script>alert(1)</script><!--";

function handlerFor(tree: () => ComponentChildren) {
  const app = new App().get("/", (ctx) => ctx.render(tree()));
  const module = { Island, Outer };
  const islands = [{ module, url: "/_fresh/js/i.js", preload: [] }];
  applyBuild(app, { build: "b", boot: ["/_fresh/js/boot.js"], routes: [], files: [], islands });
  return app.handler();
}

async function sentBy(tree: () => ComponentChildren): Promise<Sent> {
  const { body } = await fetchFrom(handlerFor(tree), "/");
  const json = /<script type="application\/json"[^>]*>(.*?)<\/script>/.exec(body)?.[1] ?? "";
  return parse(json, { Signal: ([value]) => ({ signal: value }) });
}

Deno.test("props keep their types on the way to the browser", async () => {
  const props = {
    date: new Date("2026-03-01T08:00:00Z"),
    map: new Map([["a", 1]]),
    set: new Set([1, 2]),
    big: 12345678901234567890n,
    url: new URL("http://localhost/x?y"),
    nothing: undefined,
    nested: [{ a: null, b: "ü" }],
  };
  const [, [island]] = await sentBy(() => <Island {...props} />);
  deepEqual(island, ["/_fresh/js/i.js", "Island", props]);
});

Deno.test("objects and signals shared by two islands are shared in the browser", async () => {
  const [count, shared] = [signal(5), { a: 1 }];
  const [, islands] = await sentBy(
    () => (
      <div>
        <Island count={count} shared={shared} />
        <Island count={count} shared={shared} />
      </div>
    ),
  );
  const [one, two] = islands.map(([, , props]) => props);
  deepEqual(one?.count, { signal: 5 });
  ok(one?.count === two?.count && one?.shared === two?.shared);
});

Deno.test("an island inside an island is part of the outer one", async () => {
  const [, islands] = await sentBy(() => <Outer />);
  deepEqual(islands.map(([, name]) => name), ["Outer"]);
});

Deno.test("JSX that is rendered twice is an island each time", async () => {
  const jsx = <Island a={1} />;
  const handler = handlerFor(() => <div>{jsx}</div>);
  const [one, two] = [await fetchFrom(handler, "/"), await fetchFrom(handler, "/")];
  match(one.body, /<!--island 0--><i><\/i><!--\/island-->/);
  equal(one.body, two.body);
});

Deno.test("a hostile prop cannot end the data block [S44]", async () => {
  const { body } = await fetchFrom(
    handlerFor(() => <Island text={HOSTILE} />),
    "/",
  );
  equal(body.match(/<script/g)?.length, 2);
  doesNotMatch(body, /alert\(1\)<\/script>/);
});

Deno.test("functions, class instances and JSX as props are refused", async () => {
  await rejects(fetchFrom(handlerFor(() => <Island onClick={() => 1} />), "/"), /cannot be sent/);
  await rejects(fetchFrom(handlerFor(() => <Island of={new Intl.Locale("en")} />), "/"), /cannot be sent/);
  await rejects(
    fetchFrom(
      handlerFor(() => (
        <Island>
          <b />
        </Island>
      )),
      "/",
    ),
    /JSX.*not supported/,
  );
});

Deno.test("the page preloads only the modules of its own islands, and every one exists", async () => {
  const handler = await fixtureHandler();
  const { body } = await fetchFrom(handler, "/counter");
  const urls = [...body.matchAll(/"(\/_fresh\/js\/[^"]+)"/g)].map(([, url]) => url ?? "");
  ok(urls.some((url) => url.includes("Counter")) && urls.some((url) => url.includes("Local")));
  for (const url of urls) equal((await fetchFrom(handler, url)).status, 200, url);
});
