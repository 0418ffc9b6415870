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

apiTest("methods", async ({ ask, clinic, registerPatient, logVisit }, t) => {
  await t.step("[S52] a method that is not documented answers 405 with the methods that are", async () => {
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

  await t.step("an empty change makes no new version", async () => {
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
});
