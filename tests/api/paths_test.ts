import assert from "node:assert/strict";
import { apiTest } from "@/tests/support/api/test_api.ts";
import { sendRaw } from "@/tests/support/api/raw_request.ts";

apiTest("paths", async ({ ask, clinic, registerPatient }, t) => {
  await t.step("[S52] nothing is proxied, and unknown addresses are not found", async () => {
    const others = [
      "CONNECT example.org:443",
      "CONNECT /api/patients/",
      "OPTIONS *",
      "GET //x/api/patients/",
    ];
    for (const line of others) {
      const { status } = await sendRaw(clinic.url, [`${line} HTTP/1.1`]);
      assert.ok(status === 404 || status === 400, `${line}: ${status}`);
    }
    for (const path of ["/api//patients/", "/api/patients//", "/api/Patients/", "/api/patients/search/x/"]) {
      assert.equal((await ask("GET", path, { as: "admin" })).status, 404, path);
    }
    assert.equal((await ask("DELETE", "/api/nothing/", { as: "admin" })).status, 404);
  });

  await t.step("[S52] an address with dot segments needs a token too", async () => {
    for (
      const path of ["/api/docs/../patients/", "/healthz/../api/patients/", "http://x.example/api/patients/"]
    ) {
      assert.equal((await sendRaw(clinic.url, [`GET ${path} HTTP/1.1`])).status, 401, path);
    }
  });

  await t.step(
    "a path without the slash at its end is the same path, for every method, without a redirect",
    async () => {
      const patient = await registerPatient();
      const path = `/api/patients/${patient}`;
      const void_ = { as: "doctor", body: { reason: "twice" } } as const;
      const expected: [string, string, Parameters<typeof ask>[2], number][] = [
        ["GET", "/api/patients", { as: "nurse" }, 200],
        ["GET", "/api/patients?limit=1", { as: "nurse" }, 200],
        ["HEAD", "/api/patients", { as: "nurse" }, 200],
        ["GET", path, { as: "nurse" }, 200],
        ["PUT", path, { as: "nurse", body: {} }, 200],
        ["PATCH", path, { as: "nurse", body: {} }, 200],
        ["POST", "/api/patients/search", { as: "nurse", body: { search: "pohano" } }, 200],
        ["POST", `${path}/void`, void_, 200],
        ["POST", `${path}/restore`, { as: "doctor" }, 200],
        ["DELETE", path, { as: "admin" }, 405],
        ["GET", "/api/nothing", { as: "admin" }, 404],
      ];
      for (const [method, spelled, sent, status] of expected) {
        assert.equal((await ask(method, spelled, sent)).status, status, `${method} ${spelled}`);
      }
    },
  );
});
