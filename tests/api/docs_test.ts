import { Hono } from "hono";
import assert from "node:assert/strict";
import { docsRoutes } from "@/api/docs/routes.ts";
import { endpoints } from "@/api/endpoints.ts";
import { fieldCodes } from "@/api/http/field_codes.ts";
import { problems } from "@/api/http/problems.ts";

const app = new Hono().route("/", docsRoutes(endpoints, "1.2.3"));
app.onError((error, c) => c.text(error.message, 405));
const codes = Object.keys(problems);

Deno.test("the pages answer with and without the slash at their end", async () => {
  for (
    const path of ["/api/docs/", "/api/docs", "/api/docs/errors", "/api/docs/errors/", ...pagesOfErrors()]
  ) {
    const { status, headers } = await ask(path);
    assert.equal(status, 200, path);
    assert.equal(headers.get("content-type"), "text/html; charset=utf-8", path);
  }
});

Deno.test("the list of errors has an anchor and a page for every code", async () => {
  const { body } = await ask("/api/docs/errors");
  for (const code of codes) {
    assert.ok(body.includes(`<li id="${code}">`), code);
    assert.ok(body.includes(`href="/api/docs/errors/${code}/"`), code);
  }
});

Deno.test("an error's page says what it means, what to do and which endpoints answer with it", async () => {
  const { body } = await ask("/api/docs/errors/file_number_taken/");
  for (const text of ["409", "File number taken", "Look that patient up", "POST", "/api/patients/"]) {
    assert.ok(body.includes(text), text);
  }
  assert.ok(!body.includes("/api/departments/"), "departments have no file numbers");
  assert.match((await ask("/api/docs/errors/forbidden/")).body, /Every endpoint that needs a token/);
  assert.match((await ask("/api/docs/errors/internal_error/")).body, /Every endpoint\./);
  assert.match((await ask("/api/docs/errors/token_missing/")).body, /Bearer &lt;access&gt;/);
  assert.equal((await ask("/api/docs/errors/no_such_code/")).status, 404);
});

Deno.test("the page of a failed validation lists every code that a field can have", async () => {
  const { body } = await ask("/api/docs/errors/validation_failed/");
  for (const code of Object.keys(fieldCodes)) {
    assert.ok(body.includes(`<span class="code">${code}</span>`), code);
  }
});

Deno.test("no page has an inline script, style or handler, or names another server", async () => {
  for (const path of ["/api/docs/", "/api/docs/errors", ...pagesOfErrors()]) {
    const { body } = await ask(path);
    assert.doesNotMatch(body, /<script>|<style|\sstyle=|\son\w+=|javascript:/i, path);
    const elsewhere = [...body.matchAll(/(?:src|href)="(?!\/|data:image\/svg|#)([^"]*)"/g)].map(([, url]) =>
      url
    );
    assert.deepEqual(elsewhere, [], path);
  }
});

Deno.test("the policy allows scripts on the reference only, and nothing inline anywhere [S43]", async () => {
  const policy = async (path: string) => (await ask(path)).headers.get("content-security-policy") ?? "";
  const strict = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; ";
  assert.equal(
    await policy("/api/docs/"),
    `${strict}script-src 'self'; style-src 'self'; img-src data:; connect-src 'self'`,
  );
  for (const path of ["/api/docs/errors", "/api/docs/errors/busy/", "/api/docs/swagger-ui.js"]) {
    assert.equal(await policy(path), `${strict}style-src 'self'; img-src data:`);
  }
});

Deno.test("the pages' files are served, compressed where that is accepted, and cached by their entity tag", async () => {
  for (const [name, type] of FILES) {
    const path = `/api/docs/${name}`;
    const plain = await ask(path);
    assert.equal(plain.status, 200, path);
    assert.equal(plain.headers.get("content-type"), `text/${type}; charset=utf-8`);
    assert.equal(plain.headers.get("content-encoding"), null);
    const packed = await app.request(path, { headers: { "accept-encoding": "br, gzip" } });
    assert.equal(packed.headers.get("content-encoding"), "gzip");
    assert.equal(await unpacked(packed), plain.body);
    const etag = plain.headers.get("etag") ?? "";
    assert.match(etag, /^W\/"[\w-]{22}"$/);
    const again = await ask(path, { headers: { "if-none-match": `"other", ${etag}` } });
    assert.equal(again.status, 304);
    assert.equal(again.body, "");
    assert.equal((await ask(path, { headers: { "if-none-match": '"other"' } })).status, 200);
  }
  const refused = await ask("/api/docs/page.css", { headers: { "accept-encoding": "gzip;q=0" } });
  assert.equal(refused.headers.get("content-encoding"), null);
});

Deno.test("the OpenAPI document has the version that runs", async () => {
  const { headers, body } = await ask("/api/openapi.json");
  assert.equal(headers.get("content-type"), "application/json");
  assert.equal(JSON.parse(body).info.version, "1.2.3");
});

Deno.test("no other file of the reference's package is served", async () => {
  for (
    const name of ["index.html", "oauth2-redirect.html", "swagger-ui.css.map", "../docs.ts", "policy.ts"]
  ) {
    assert.equal((await ask(`/api/docs/${name}`)).status, 404, name);
  }
});

Deno.test("other methods are refused", async () => {
  for (const path of ["/api/docs/", "/api/docs/errors/busy/", "/api/openapi.json"]) {
    assert.equal((await ask(path, { method: "POST" })).status, 405, path);
    const head = await ask(path, { method: "HEAD" });
    assert.equal(head.status, 200, path);
    assert.equal(head.body, "");
  }
});

const FILES = [
  ["page.css", "css"],
  ["reference.css", "css"],
  ["reference.js", "javascript"],
  ["swagger-ui.css", "css"],
  ["swagger-ui.js", "javascript"],
] as const;

function pagesOfErrors(): string[] {
  return codes.map((code) => `/api/docs/errors/${code}/`);
}

async function ask(path: string, init: RequestInit = {}) {
  const response = await app.request(path, init);
  return { status: response.status, headers: response.headers, body: await response.text() };
}

async function unpacked(response: Response): Promise<string> {
  return await new Response(response.body?.pipeThrough(new DecompressionStream("gzip"))).text();
}
