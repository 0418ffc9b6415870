import { Hono } from "hono";
import assert from "node:assert/strict";
import { compressed } from "@/http/compressed.ts";

const LONG = "Cough for three days, chest clear. ".repeat(100);

/** What a server answers that has this text, sent with these headers, under every address. */
function answer(text: string, headers: Record<string, string>, init: RequestInit): Promise<Response> {
  const app = new Hono();
  app.use(compressed);
  app.get("*", () => new Response(text, { headers: { "content-length": String(text.length), ...headers } }));
  return Promise.resolve(app.request("/", init));
}

const TEXT = { "content-type": "text/html; charset=utf-8" };
const GZIP = { headers: { "accept-encoding": "gzip" } };

Deno.test("a long text is compressed for clients that accept gzip, whatever else they accept", async () => {
  for (const accepted of ["gzip", "br;q=1.0, gzip;q=0.8", "deflate, *", "GZIP", "identity;q=0, gzip"]) {
    const { headers, body } = await answer(LONG, TEXT, { headers: { "accept-encoding": accepted } });
    assert.equal(headers.get("content-encoding"), "gzip", accepted);
    assert.equal(headers.get("content-length"), null);
    assert.match(headers.get("vary") ?? "", /^accept-encoding$/i);
    assert.equal(await new Response(body!.pipeThrough(new DecompressionStream("gzip"))).text(), LONG);
  }
});

Deno.test("it is left as it is for clients that do not, and says that it depends on them", async () => {
  for (const accepted of ["", "identity", "gzip;q=0", "br, gzip;q=0.000", "gzip;q=0, *", "*;q=0"]) {
    const response = await answer(LONG, TEXT, { headers: { "accept-encoding": accepted } });
    assert.equal(response.headers.get("content-encoding"), null, accepted);
    assert.match(response.headers.get("vary") ?? "", /^accept-encoding$/i);
    assert.equal(await response.text(), LONG);
  }
});

Deno.test("a short text, a picture and what is compressed already are left as they are", async () => {
  const unchanged: [text: string, headers: Record<string, string>][] = [
    [LONG.slice(0, 999), TEXT],
    [LONG, { "content-type": "image/png" }],
    [LONG, { ...TEXT, "content-encoding": "br" }],
  ];
  for (const [text, headers] of unchanged) {
    const response = await answer(text, headers, GZIP);
    assert.equal(response.headers.get("content-encoding"), headers["content-encoding"] ?? null);
    assert.equal(await response.text(), text);
  }
  assert.equal((await answer(LONG.slice(0, 1_000), TEXT, GZIP)).headers.get("content-encoding"), "gzip");
});

Deno.test("a strong entity tag becomes a weak one where the body is another, a weak one stays", async () => {
  const tagOf = async (etag: string, init: RequestInit) =>
    (await answer(LONG, { ...TEXT, etag }, init)).headers.get("etag");
  assert.equal(await tagOf('"a"', GZIP), 'W/"a"');
  assert.equal(await tagOf('W/"a"', GZIP), 'W/"a"');
  assert.equal(await tagOf('"a"', {}), '"a"');
});

Deno.test("an answer to HEAD has no body and the Vary of its GET, beside what it varies by already", async () => {
  const response = await answer(LONG, { ...TEXT, vary: "Origin" }, { ...GZIP, method: "HEAD" });
  assert.match(response.headers.get("vary") ?? "", /^origin, accept-encoding$/i);
  assert.equal(response.headers.get("content-encoding"), null);
  assert.equal(await response.text(), "");
});
