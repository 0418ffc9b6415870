import assert from "node:assert/strict";
import { problems } from "@/api/http/problems.ts";
import { apiTest, bearer, patientBody, visitBody } from "@/tests/support/api/test_api.ts";

apiTest("problems", async (api, t) => {
  const { ask, clinic, registerPatient, logVisit } = api;
  const patient = await registerPatient({ file_number: "taken-1" });
  const visit = await logVisit(patient);
  const path = `/api/patients/${patient}/`;
  const reason = { as: "doctor", body: { reason: "x" } } as const;
  const asked: [code: string, status: number, ...Parameters<typeof ask>][] = [
    ["malformed_json", 400, "POST", "/api/patients/", { as: "nurse", body: "{" }],
    ["validation_failed", 400, "POST", "/api/patients/", { as: "nurse", body: {} }],
    ["token_missing", 401, "GET", "/api/patients/"],
    ["token_invalid", 401, "GET", "/api/patients/", { headers: bearer("x") }],
    ["invalid_credentials", 401, "POST", "/api/auth/login/", { body: { username: "x", password: "x" } }],
    ["forbidden", 403, "GET", "/api/patients/", { as: "auditor" }],
    ["not_found", 404, "GET", "/api/patients/x/", { as: "nurse" }],
    ["route_not_found", 404, "GET", "/api/nothing/", { as: "nurse" }],
    ["method_not_allowed", 405, "DELETE", path, { as: "nurse" }],
    ["file_number_taken", 409, "POST", "/api/patients/", {
      as: "nurse",
      body: patientBody({ file_number: "TAKEN-1" }),
    }],
    ["not_voided", 409, "POST", `${path}restore/`, { as: "doctor" }],
    ["version_conflict", 412, "PUT", path, { as: "nurse", body: {}, headers: { "if-match": '"v9"' } }],
    ["body_too_large", 413, "POST", "/api/patients/", { as: "nurse", body: "x".repeat(1_000_001) }],
    ["unsupported_media_type", 415, "POST", "/api/patients/", {
      as: "nurse",
      body: "{}",
      headers: { "content-type": "text/plain" },
    }],
    ["already_voided", 409, "POST", `/api/visits/${visit}/void/`, reason],
    ["department_name_taken", 409, "POST", "/api/departments/", {
      as: "admin",
      body: { name: "GENERAL  outpatient" },
    }],
    ["username_taken", 409, "POST", "/api/staff/", {
      as: "admin",
      body: { full_name: "X", username: "Nurse1", password: "initial-pass", role: "admin" },
    }],
  ];
  await ask("POST", `/api/visits/${visit}/void/`, reason);

  await t.step(
    "every error is problem+json with a stable code, the request's id and a link to its explanation",
    async () => {
      for (const [code, status, method, path, sent] of asked) {
        const { json, headers, ...answer } = await ask(method, path, sent);
        assert.equal(answer.status, status, answer.text);
        assert.equal(headers.get("content-type"), "application/problem+json");
        const keys = ["type", "title", "status", "detail", "instance", "code", "errors"];
        assert.deepEqual(Object.keys(json), keys);
        const { title, detail } = problems[code as keyof typeof problems];
        assert.deepEqual([json.code, json.status, json.title, json.detail], [code, status, title, detail]);
        assert.equal(json.instance, headers.get("x-request-id"));
        assert.equal(json.type, `/api/docs/errors#${code}`);
      }
    },
  );

  await t.step("every code is in the list of errors and has a page of its own", async () => {
    const response = await fetch(new URL("/api/docs/errors#any", clinic.url));
    const list = await response.text();
    for (const code of Object.keys(problems)) {
      assert.ok(list.includes(`id="${code}"`), code);
      const page = await ask("GET", `/api/docs/errors/${code}/`);
      assert.equal(page.status, 200);
      assert.ok(page.text.includes(code));
    }
  });

  await t.step("the wrong field is named", async () => {
    const body = visitBody(clinic, crypto.randomUUID());
    const unknown = await ask("POST", "/api/visits/", { as: "nurse", body });
    assert.deepEqual(Object.keys(unknown.json.errors[0]), ["field", "code", "message"]);
    assert.equal(unknown.json.errors[0].field, "patient_id");
    const missing = await ask("POST", "/api/patients/", { as: "nurse", body: {} });
    const fields = ["full_name", "date_of_birth", "gender", "contact_details", "file_number"];
    assert.deepEqual(missing.json.errors.map(({ field }: { field: string }) => field), fields);
    for (const { code } of missing.json.errors) assert.match(code, /^(required|not_allowed)$/);
  });

  await t.step("no message repeats what was sent", async () => {
    const body = patientBody({
      full_name: 7,
      gender: "Zq-gender",
      date_of_birth: "Zq-date",
      file_number: "Zq number",
    });
    assert.doesNotMatch((await ask("POST", "/api/patients/", { as: "nurse", body })).text, /Zq/);
    const visits = await ask("GET", "/api/visits/?start_date=Zq&department=Zq&cursor=Zq&limit=Zq", {
      as: "nurse",
    });
    assert.doesNotMatch(visits.text, /Zq/);
    const login = { username: "Zq", password: "Zq" };
    assert.doesNotMatch((await ask("POST", "/api/auth/login/", { body: login })).text, /Zq/);
  });
});
