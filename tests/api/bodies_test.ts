import assert from "node:assert/strict";
import type { TestClinic } from "@/tests/support/clinic.ts";
import { apiTest, bearer, patientBody, statusAndErrors } from "@/tests/support/api/test_api.ts";

apiTest("bodies", async ({ ask, clinic, registerPatient }, t) => {
  const as = "admin";

  await t.step("[S33] keys with a meaning in JavaScript, such as __proto__, are unknown fields", async () => {
    const id = await registerPatient();
    for (const key of ["__proto__", "constructor", "prototype", "hasOwnProperty", "toString"]) {
      for (const value of ['{"admin":true}', '"x"', "null"]) {
        const change = await ask("PUT", `/api/patients/${id}/`, { as, body: `{"${key}":${value}}` });
        assert.equal(statusAndErrors(change), `400 ${key}:unknown_field`);
        const added = await ask("POST", "/api/departments/", { as, body: `{"name":"X","${key}":${value}}` });
        assert.equal(statusAndErrors(added), `400 ${key}:unknown_field`);
      }
      assert.equal(
        statusAndErrors(await ask("GET", `/api/patients/?${key}=1`, { as })),
        `400 ${key}:unknown_field`,
      );
      assert.equal(
        statusAndErrors(await ask("GET", `/api/patients/${id}/?${key}=1`, { as })),
        `400 ${key}:unknown_field`,
      );
    }
    assert.equal(({} as Record<string, unknown>).admin, undefined);
  });

  await t.step(
    "[S33] a key named twice is refused, however it is escaped and at any depth",
    async () => {
      const bodies = [
        '{"name":"A","name":"B"}',
        '{"name":"A","n\\u0061me":"B"}',
        '{"name":"A" , "\\u006eame" : "B"}',
        '{"name":"A","x":{"y":1,"z":[{"q":1,"q":2}]}}',
        '{"name":"A","__proto__":1,"__proto__":2}',
      ];
      for (const body of bodies) {
        const { status, json } = await ask("POST", "/api/departments/", { as, body });
        assert.equal(status, 400);
        assert.equal(json.code, "malformed_json");
        assert.equal(json.errors[0].code, "duplicate_key");
      }
      const twice = await ask("GET", "/api/patients/?limit=1&limit=2", { as });
      assert.equal(statusAndErrors(twice), "400 limit:wrong_type");
    },
  );

  await t.step("[S33] values of another type are refused, each field named", async () => {
    const wrongs = [["Pohano"], { $ne: "" }, 1, true, null];
    for (const field of ["full_name", "date_of_birth", "gender", "contact_details", "file_number"]) {
      for (const wrong of wrongs) {
        const answer = await ask("POST", "/api/patients/", { as, body: patientBody({ [field]: wrong }) });
        assert.match(statusAndErrors(answer), new RegExp(`^400 ${field}:(wrong_type|not_allowed)$`));
      }
    }
    for (const wrong of wrongs) {
      const login = await ask("POST", "/api/auth/login/", { body: { username: wrong, password: wrong } });
      assert.equal(statusAndErrors(login), "400 username:wrong_type password:wrong_type");
      const search = await ask("POST", "/api/patients/search/", { as, body: { search: wrong } });
      assert.equal(statusAndErrors(search), "400 search:wrong_type");
    }
    for (const body of ["[]", "null", "1", '"x"', "true", "[{}]"]) {
      assert.equal((await ask("POST", "/api/departments/", { as, body })).status, 400, body);
    }
  });

  await t.step("a body that is not JSON in UTF-8, or not declared as JSON, is refused", async () => {
    const bodies = [
      "",
      "{",
      "{'name':'x'}",
      "name=x",
      '{"name":"x"}{}',
      '{"name":"x",}',
      '{"name":NaN}',
      "\u0000",
    ];
    for (const body of bodies) {
      const headers = { "content-type": "application/json" };
      const { status, json } = await ask("POST", "/api/departments/", { as, body, headers });
      assert.equal(status, 400, body);
      assert.equal(json.code, "malformed_json", body);
    }
    const types = [
      "text/plain",
      "application/x-www-form-urlencoded",
      "multipart/form-data; boundary=x",
      "json",
    ];
    for (const type of [...types, "application/jsonx", "application/json-patch+json"]) {
      const headers = { "content-type": type };
      assert.equal(
        (await ask("POST", "/api/departments/", { as, body: '{"name":"X"}', headers })).status,
        415,
      );
    }
    for (const type of ["application/json; charset=utf-8", "Application/JSON"]) {
      const headers = { "content-type": type };
      const body = { name: `Ward ${type}` };
      assert.equal((await ask("POST", "/api/departments/", { as, body, headers })).status, 201);
    }
    assert.equal((await send(clinic, new Uint8Array([0x7b, 0xff, 0x7d]))).status, 400);
  });

  await t.step("[S34] a body over 1 MB is refused, with its length announced or in chunks", async () => {
    const text = `{"name":"${"x".repeat(1_000_000)}"}`;
    const announced = await ask("POST", "/api/departments/", { as, body: text });
    assert.equal(announced.status, 413);
    assert.equal(announced.json.code, "body_too_large");
    assert.equal((await send(clinic, chunked(text))).status, 413);
    assert.equal((await send(clinic, chunked("x".repeat(20_000_000)))).status, 413);
    const just = `{"name":"${"x".repeat(900_000)}"}`;
    assert.equal((await send(clinic, chunked(just))).status, 400, "read, and too long for a name");
    assert.equal((await ask("POST", "/api/auth/login/", { body: text })).status, 413);
    assert.equal((await ask("GET", "/healthz")).status, 200);
  });

  await t.step("[S34] deeply nested JSON is refused, and the server keeps running", async () => {
    for (const depth of [21, 10_000, 490_000]) {
      const arrays = "[".repeat(depth) + "]".repeat(depth);
      const objects = `{"a":`.repeat(Math.min(depth, 150_000)) + "1" + "}".repeat(Math.min(depth, 150_000));
      for (const body of [arrays, objects, `{"name":${arrays}}`]) {
        const { status, json } = await ask("POST", "/api/departments/", { as, body });
        assert.equal(status, 400);
        assert.equal(json.code, "malformed_json");
      }
    }
    assert.equal((await ask("GET", "/healthz")).status, 200);
  });
});

/** Sends a body to the departments as it is; a stream goes without a Content-Length, in chunks. */
async function send(clinic: TestClinic, body: BodyInit): Promise<{ status: number }> {
  const headers = { ...bearer(clinic.token("admin")), "content-type": "application/json" };
  const response = await fetch(`${clinic.url}/api/departments/`, { method: "POST", headers, body });
  await response.body?.cancel();
  return { status: response.status };
}

function chunked(text: string): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.subarray(at, at += 65_536));
    },
  });
}
