import assert from "node:assert/strict";
import type { Endpoint } from "@/api/http/endpoint.ts";
import { endpoints } from "@/api/endpoints.ts";
import { apiTest } from "@/tests/support/api/test_api.ts";

apiTest("requests without a token", async ({ ask }, t) => {
  await t.step("[S7] the endpoints open without a token are these and no others", () => {
    const open = endpoints.filter(({ action }) => action === "open");
    assert.deepEqual(open.map(({ method, path }) => `${method} ${path}`), [
      "POST /api/auth/login/",
      "POST /api/auth/refresh/",
    ]);
  });

  await t.step("[S7] every other route answers 401 without a token", async () => {
    const closed = endpoints.filter(({ action }) => action !== "open").flatMap(requestsOf);
    assert.ok(closed.length > 30);
    for (const [method, path] of closed) {
      for (const spelled of [path, path.slice(0, -1)]) {
        const { status, json, headers } = await ask(method, spelled);
        assert.equal(status, 401, `${method} ${path}`);
        if (method !== "HEAD") assert.equal(json.code, "token_missing");
        assert.equal(headers.get("www-authenticate"), "Bearer");
      }
    }
  });

  await t.step("[S7] the reference, its pages and the health checks are open", async () => {
    const open = ["/api/openapi.json", "/api/docs", "/api/docs/", "/api/docs/errors", "/healthz", "/readyz"];
    for (const path of open) {
      for (const method of ["GET", "HEAD"]) assert.equal((await ask(method, path)).status, 200, path);
    }
    assert.deepEqual((await ask("GET", "/readyz")).json, { status: "ok" });
  });

  await t.step(
    "[S7] unknown paths and methods are answered without a token: 404, and 405 with Allow",
    async () => {
      for (
        const path of ["/api/", "/api/audit/", "/api/patients/1/2/3/", "/api/users/", "/api/v1/patients/"]
      ) {
        assert.equal((await ask("GET", path)).status, 404, path);
      }
      const { status, headers } = await ask("DELETE", "/api/patients/");
      assert.equal(status, 405);
      assert.equal(headers.get("allow"), "GET, HEAD, POST");
    },
  );
});

/** Every method under which an endpoint answers, and its path with an id nobody has. */
function requestsOf({ method, path }: Endpoint): [method: string, path: string][] {
  const methods = { GET: ["GET", "HEAD"], PUT: ["PUT", "PATCH"], POST: ["POST"] }[method];
  return methods.map((each) => [each, path.replaceAll(":id", crypto.randomUUID())]);
}
