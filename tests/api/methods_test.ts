import assert from "node:assert/strict";
import { apiTest } from "@/tests/support/api/test_api.ts";
import { sendRaw } from "@/tests/support/api/raw_request.ts";

const KNOWN: [path: string, allow: string][] = [
  ["/api/auth/login/", "POST"],
  ["/api/patients/", "GET, HEAD, POST"],
  ["/api/patients/search/", "POST"],
  ["/api/patients/next-file-number/", "GET, HEAD"],
  ["/api/patients/0199f3a2-7c41-7d3e-9b52-8a4f6e1d2c30/", "GET, HEAD, PUT, PATCH"],
  ["/api/patients/0199f3a2-7c41-7d3e-9b52-8a4f6e1d2c30/void/", "POST"],
  ["/api/departments/", "GET, HEAD, POST"],
  ["/api/openapi.json", "GET, HEAD"],
  ["/api/docs/", "GET, HEAD"],
  ["/api/docs/errors/", "GET, HEAD"],
  ["/healthz", "GET, HEAD"],
  ["/readyz", "GET, HEAD"],
];

apiTest("methods and routes", async ({ ask, clinic, registerPatient, logVisit }, t) => {
  await t.step("[S52] methods that are not documented answer 405 with those that are", async () => {
    for (const [path, allow] of KNOWN) {
      for (
        const method of ["TRACE", "TRACK", "DELETE", "OPTIONS", "PROPFIND", "QUERY", "GETX", "get", "put"]
      ) {
        const { status, text } = await sendRaw(clinic.url, [`${method} ${path} HTTP/1.1`]);
        assert.equal(status, 405, `${method} ${path}`);
        assert.ok(text.toLowerCase().includes(`\r\nallow: ${allow.toLowerCase()}\r\n`), `${method} ${path}`);
        assert.match(text, /"code":"method_not_allowed"/);
        assert.doesNotMatch(text, new RegExp(`^${method} `, "m"), "a TRACE sends nothing back");
      }
    }
  });

  await t.step("[S52] nothing is proxied, and addresses that are none are not found", async () => {
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

  await t.step("[S52] an address that goes up and down again needs its token all the same", async () => {
    for (
      const path of ["/api/docs/../patients/", "/healthz/../api/patients/", "http://x.example/api/patients/"]
    ) {
      assert.equal((await sendRaw(clinic.url, [`GET ${path} HTTP/1.1`])).status, 401, path);
    }
  });

  await t.step("HEAD answers as GET does, without the body", async () => {
    const patient = await registerPatient();
    const visit = await logVisit(patient);
    const paths = ["/api/patients/", `/api/patients/${patient}/`, `/api/visits/${visit}/`, "/api/staff/?x=1"];
    for (const path of [...paths, "/api/patients/?limit=1", `/api/patients/${visit}/`]) {
      const got = await ask("GET", path, { as: "nurse" });
      const head = await ask("HEAD", path, { as: "nurse" });
      assert.equal(head.status, got.status);
      assert.equal(head.text, "");
      for (const name of ["content-type", "etag", "x-total-count", "link", "cache-control"]) {
        assert.equal(head.headers.get(name), got.headers.get(name), `${name} of ${path}`);
      }
      if (got.status !== 200) continue;
      assert.equal(
        Number(head.headers.get("content-length")),
        new TextEncoder().encode(got.text).length,
        path,
      );
    }
  });

  await t.step("a change of nothing makes no new version", async () => {
    const patient = await registerPatient();
    const { departmentId, staffIds } = clinic;
    const paths = [
      `/api/patients/${patient}/`,
      `/api/visits/${await logVisit(patient)}/`,
      `/api/departments/${departmentId}/`,
      `/api/staff/${staffIds.nurse}/`,
    ];
    for (const path of paths) {
      const before = (await ask("GET", path, { as: "admin" })).headers.get("etag");
      const { status, headers } = await ask("PUT", path, { as: "admin", body: {} });
      assert.deepEqual([status, headers.get("etag")], [200, before], path);
      assert.equal((await ask("GET", path, { as: "admin" })).headers.get("etag"), before, path);
    }
  });

  await t.step("PATCH does what PUT does", async () => {
    const patient = await registerPatient();
    const visit = await logVisit(patient);
    const { departmentId, staffIds } = clinic;
    const changes: [string, Record<string, unknown>, string][] = [
      [`/api/patients/${patient}/`, { contact_details: "+26622222222" }, "patient_id"],
      [`/api/visits/${visit}/`, { notes: "patched" }, "visit_id"],
      [`/api/departments/${departmentId}/`, { name: "Outpatients" }, "department_id"],
      [`/api/staff/${staffIds.nurse}/`, { full_name: "Nurse Lebohang" }, "user_id"],
    ];
    for (const [path, body, key] of changes) {
      const before = await ask("GET", path, { as: "admin" });
      const { status, headers } = await ask("PATCH", path, { as: "admin", body });
      assert.equal(status, 200);
      assert.equal(headers.get("etag"), '"v2"');
      const after = await ask("GET", path, { as: "admin" });
      assert.equal(after.json[key], before.json[key]);
      const changed = { ...before.json, ...body };
      if (key === "visit_id") changed.department = after.json.department;
      assert.deepEqual(after.json, changed);
    }
  });

  await t.step(
    "a path without its last slash is the same path, for every method, with no redirect",
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
