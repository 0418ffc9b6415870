import assert from "node:assert/strict";
import { createApi } from "@/api/app.ts";
import { sourceAddress } from "@/cli/serve/source_address.ts";
import { web } from "@/cli/serve/web.ts";
import type { TestClinic } from "@/tests/support/clinic.ts";
import { apiTest } from "@/tests/support/api/test_api.ts";

apiTest("headers", async ({ ask, clinic, registerPatient }, t) => {
  await t.step(
    "[S45] every answer has the security headers: answers, errors, pages, files, 404 and 405",
    async () => {
      const patient = await registerPatient();
      const asked: [string, string, Parameters<typeof ask>[2]?][] = [
        ["GET", `/api/patients/${patient}/`, { as: "nurse" }],
        ["GET", "/api/patients/", { as: "nurse" }],
        ["HEAD", "/api/patients/", { as: "nurse" }],
        ["GET", "/api/patients/"],
        ["GET", "/api/patients/", { as: "auditor" }],
        ["POST", "/api/patients/", { as: "nurse", body: "{" }],
        ["POST", "/api/auth/logout/", { headers: { authorization: "Bearer x" } }],
        ["GET", "/api/nothing/"],
        ["DELETE", "/api/patients/"],
        ["GET", "/healthz"],
        ["GET", "/readyz"],
        ["GET", "/api/openapi.json"],
        ["GET", "/api/docs/"],
        ["GET", "/api/docs/errors"],
        ["GET", "/api/docs/page.css"],
        ["GET", "/api/docs/nothing"],
      ];
      for (const [method, path, sent] of asked) {
        const { headers } = await ask(method, path, sent);
        const what = `${method} ${path}`;
        assert.equal(headers.get("x-content-type-options"), "nosniff", what);
        assert.equal(headers.get("referrer-policy"), "no-referrer", what);
        assert.equal(headers.get("x-frame-options"), "DENY", what);
        assert.match(
          headers.get("content-security-policy") ?? "",
          /default-src 'none'.*frame-ancestors 'none'/,
        );
        assert.doesNotMatch(headers.get("content-security-policy")!, /unsafe/);
        assert.match(headers.get("x-request-id") ?? "", /^[0-9a-f-]{36}$/, what);
        assert.equal(headers.get("server"), null, what);
        const page = /docs\/(errors|page\.css)?$|openapi\.json/.test(path);
        assert.equal(headers.get("cache-control"), page ? "no-cache" : "no-store", what);
        assert.equal(headers.get("strict-transport-security"), null, "there is no TLS here");
      }
    },
  );

  await t.step("[S45] over TLS every answer has Strict-Transport-Security", async () => {
    await using server = serveAsHttps(clinic);
    for (const path of ["/api/patients/", "/api/docs/", "/healthz", "/api/nothing/", "/elsewhere"]) {
      const response = await fetch(server.url + path);
      await response.body?.cancel();
      assert.match(response.headers.get("strict-transport-security") ?? "", /max-age=31536000/, path);
    }
  });

  await t.step("each request has an id of its own", async () => {
    const headers = { "x-request-id": "mine" };
    const ids = [await ask("GET", "/healthz", { headers }), await ask("GET", "/healthz")]
      .map((answer) => answer.headers.get("x-request-id"));
    assert.equal(new Set([...ids, "mine"]).size, 3);
  });
});

/** The clinic behind a second server that is told it speaks TLS, and has no CORS origins. */
function serveAsHttps({ clinic }: TestClinic): AsyncDisposable & { url: string } {
  const api = createApi(clinic, { version: "test", corsOrigins: [], onFailure: () => {} });
  const consoleHandler = () => new Response("none");
  const sourceOf = sourceAddress(undefined);
  const handler = web({ clinic, api, consoleHandler, sourceOf, https: true, onFailure: () => {} });
  const server = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen: () => {} }, handler);
  return { url: `http://127.0.0.1:${server.addr.port}`, [Symbol.asyncDispose]: () => server.shutdown() };
}
