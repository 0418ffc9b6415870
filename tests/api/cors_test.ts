import assert from "node:assert/strict";
import { apiTest } from "@/tests/support/api/test_api.ts";

const OWN = "https://app.example.org";
const CORS = /^access-control-/;

apiTest("CORS", async ({ clinic }, t) => {
  await t.step("[S46] another origin is answered without any CORS header", async () => {
    for (
      const origin of ["https://evil.example", "null", `${OWN}.evil.example`, "http://app.example.org", ""]
    ) {
      for (
        const [method, path] of [["GET", "/api/patients/"], ["GET", "/api/docs/"], ["POST", "/api/visits/"]]
      ) {
        const { headers } = await clinic.ask(method!, path!, { as: "nurse", headers: { origin } });
        assert.deepEqual([...headers.keys()].filter((name) => CORS.test(name)), [], `${origin} ${path}`);
        assert.match(headers.get("vary") ?? "", /origin/i);
      }
      const { status, headers } = await clinic.ask("OPTIONS", "/api/patients/", {
        headers: preflight(origin),
      });
      assert.equal(status, 405);
      assert.deepEqual([...headers.keys()].filter((name) => CORS.test(name)), []);
    }
  });

  await t.step(
    "[S46] a configured origin may call the API and read its headers, without cookies",
    async () => {
      const before = await clinic.ask("OPTIONS", "/api/patients/", { headers: preflight(OWN) });
      assert.equal(before.status, 204);
      assert.equal(before.headers.get("access-control-allow-origin"), OWN);
      assert.match(before.headers.get("access-control-allow-methods") ?? "", /PATCH/);
      assert.match(before.headers.get("access-control-allow-headers") ?? "", /Authorization.*If-Match/);
      for (const as of ["nurse", "auditor"] as const) {
        const { headers } = await clinic.ask("GET", "/api/patients/", { as, headers: { origin: OWN } });
        assert.equal(headers.get("access-control-allow-origin"), OWN);
        assert.equal(headers.get("access-control-expose-headers"), "Link,X-Total-Count,ETag,Location");
        assert.equal(headers.get("access-control-allow-credentials"), null);
        assert.match(headers.get("vary") ?? "", /origin/i);
      }
    },
  );
});

function preflight(origin: string): Record<string, string> {
  return {
    origin,
    "access-control-request-method": "PUT",
    "access-control-request-headers": "authorization",
  };
}
