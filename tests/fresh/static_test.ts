import { deepEqual, equal, match, notEqual } from "node:assert/strict";
import { fetchFrom, fixtureHandler } from "./support.ts";

const handler = await fixtureHandler();
const YEAR = "public, max-age=31536000, immutable";

Deno.test("a static file is served with its type and an ETag, and revalidated each time", async () => {
  const { status, headers, body } = await fetchFrom(handler, "/site.css");
  deepEqual([status, headers.get("content-type"), headers.get("cache-control")], [
    200,
    "text/css; charset=utf-8",
    "no-cache",
  ]);
  match(body, /margin/);
  const etag = headers.get("etag") ?? "";
  for (const tag of [etag, `W/${etag}`, `"other", ${etag}`]) {
    const again = await fetchFrom(handler, "/site.css", { headers: { "if-none-match": tag } });
    deepEqual([again.status, again.body], [304, ""]);
  }
  equal((await fetchFrom(handler, "/site.css", { headers: { "if-none-match": '"other"' } })).status, 200);
});

Deno.test("asset() URLs of this build are cached for a year, those of another build are not", async () => {
  const href = /href="(\/site\.css\?[^"]+)"/.exec((await fetchFrom(handler, "/")).body)?.[1] ?? "";
  equal((await fetchFrom(handler, href)).headers.get("cache-control"), YEAR);
  equal((await fetchFrom(handler, "/site.css?__frsh_c=0")).headers.get("cache-control"), "no-cache");
});

Deno.test("island modules are cached for a year", async () => {
  const boot = /src="(\/_fresh\/js\/boot-[^"]+)"/.exec((await fetchFrom(handler, "/counter")).body)?.[1] ??
    "";
  const { status, headers } = await fetchFrom(handler, boot);
  deepEqual([status, headers.get("cache-control")], [200, YEAR]);
  equal(headers.get("content-type"), "text/javascript; charset=utf-8");
});

Deno.test("nothing outside static/ is served, and nothing can be written there", async () => {
  for (
    const path of ["/../main.ts", "/%2e%2e/main.ts", "/main.ts", "/static/site.css", "/_fresh/server.js"]
  ) {
    equal((await fetchFrom(handler, path)).status, 404);
  }
  notEqual((await fetchFrom(handler, "/site.css", { method: "PUT", body: "x" })).status, 200);
  deepEqual((await fetchFrom(handler, "/site.css", { method: "HEAD" })).body, "");
});
