import { deepEqual, equal, match, notEqual } from "node:assert/strict";
import { ask, fixtureHandler } from "./support.ts";

const handler = await fixtureHandler();
const YEAR = "public, max-age=31536000, immutable";

Deno.test("a static file is served with its type and an ETag, and is asked for again", async () => {
  const { status, headers, body } = await ask(handler, "/site.css");
  deepEqual([status, headers.get("content-type"), headers.get("cache-control")], [
    200,
    "text/css; charset=utf-8",
    "no-cache",
  ]);
  match(body, /margin/);
  const etag = headers.get("etag") ?? "";
  for (const tag of [etag, `W/${etag}`, `"other", ${etag}`]) {
    const again = await ask(handler, "/site.css", { headers: { "if-none-match": tag } });
    deepEqual([again.status, again.body], [304, ""]);
  }
  equal((await ask(handler, "/site.css", { headers: { "if-none-match": '"other"' } })).status, 200);
});

Deno.test("asset() URLs of this build are kept for good, those of another build are not", async () => {
  const href = /href="(\/site\.css\?[^"]+)"/.exec((await ask(handler, "/")).body)?.[1] ?? "";
  equal((await ask(handler, href)).headers.get("cache-control"), YEAR);
  equal((await ask(handler, "/site.css?__frsh_c=0")).headers.get("cache-control"), "no-cache");
});

Deno.test("island modules are kept for good", async () => {
  const boot = /src="(\/_fresh\/js\/boot-[^"]+)"/.exec((await ask(handler, "/counter")).body)?.[1] ?? "";
  const { status, headers } = await ask(handler, boot);
  deepEqual([status, headers.get("cache-control")], [200, YEAR]);
  equal(headers.get("content-type"), "text/javascript; charset=utf-8");
});

Deno.test("nothing outside static/ is served, and nothing can be written there", async () => {
  for (
    const path of ["/../main.ts", "/%2e%2e/main.ts", "/main.ts", "/static/site.css", "/_fresh/server.js"]
  ) {
    equal((await ask(handler, path)).status, 404);
  }
  notEqual((await ask(handler, "/site.css", { method: "PUT", body: "x" })).status, 200);
  deepEqual((await ask(handler, "/site.css", { method: "HEAD" })).body, "");
});
