import assert from "node:assert/strict";
import { apiTestOnEveryDatabase, patientBody, visitBody } from "@/tests/support/api/test_api.ts";

const HOSTILE = [
  `Robert'); DROP TABLE patient;--`,
  `" OR ""="`,
  "' OR '1'='1",
  "?1 ?2 :id $x @y %s %d",
  "\\' \\\" \\\\ `x`",
  "a\u0000b\u0001\u001f",
  "<img src=x onerror=alert(1)>",
  "=cmd|' /C calc'!A0",
  "x\r\nSet-Cookie: a=b",
  "${7*7} {{7*7}}",
  "Mamello \u202e gnp.exe \ufeff \ufffd",
  "Ṱhɔ̃ 漢字 🩺 ñ",
  "a\ud800b", // half a surrogate pair
];

apiTestOnEveryDatabase("hostile text", async ({ ask, clinic, registerPatient, logVisit }, t) => {
  await t.step(
    "[S32] text with a meaning in SQL, HTML or HTTP finds and changes nothing where no text belongs",
    async () => {
      const id = await registerPatient();
      for (const text of HOSTILE) {
        const sent = encodeURIComponent(text.toWellFormed());
        assert.equal((await ask("GET", `/api/patients/${sent}/`, { as: "nurse" })).status, 404);
        for (const name of ["start_date", "end_date", "department", "cursor", "limit", "include"]) {
          assert.equal((await ask("GET", `/api/visits/?${name}=${sent}`, { as: "nurse" })).status, 400, name);
        }
        const found = await ask("GET", `/api/patients/?search=${sent}`, { as: "nurse" });
        assert.equal(found.status, 200);
        assert.equal(found.json.length, 0);
        const login = await ask("POST", "/api/auth/login/", {
          body: { username: text.slice(0, 200), password: text },
        });
        assert.equal(login.status, 401);
        for (const body of [patientBody({ file_number: text }), patientBody({ gender: text })]) {
          assert.equal((await ask("POST", "/api/patients/", { as: "nurse", body })).status, 400);
        }
        for (const field of ["patient_id", "department_id", "doctor_id", "visit_date", "visit_time"]) {
          const body = visitBody(clinic, id, { [field]: text });
          assert.equal((await ask("POST", "/api/visits/", { as: "nurse", body })).status, 400, field);
        }
        const staff = { full_name: "X", username: text, password: "initial-pass", role: "admin" };
        assert.equal((await ask("POST", "/api/staff/", { as: "admin", body: staff })).status, 400);
        const ifMatch = { "if-match": text.replace(/[^\x20-\x7e]/g, "") || "x" };
        const put = await ask("PUT", `/api/patients/${id}/`, { as: "nurse", body: {}, headers: ifMatch });
        assert.ok([400, 412].includes(put.status), text);
      }
    },
  );

  await t.step("[S32] where text belongs it is stored as it was sent", async () => {
    const as = "admin";
    for (const [index, text] of HOSTILE.entries()) {
      const full_name = `n ${text} n`, contact_details = text, notes = `${text}\n${text}`;
      const id = await registerPatient({ full_name, contact_details });
      const patient = (await ask("GET", `/api/patients/${id}/`, { as })).json;
      assert.deepEqual([patient.full_name, patient.contact_details], [full_name, contact_details]);
      const visit = await logVisit(id, { notes });
      assert.equal((await ask("GET", `/api/visits/${visit}/`, { as })).json.notes, notes);
      assert.equal((await ask("PUT", `/api/visits/${visit}/`, { as, body: { notes: text } })).status, 200);
      assert.equal((await ask("GET", `/api/visits/${visit}/`, { as })).json.notes, text);
      await ask("POST", `/api/visits/${visit}/void/`, { as, body: { reason: `r ${text} r` } });
      const voided = await ask("GET", `/api/visits/${visit}/?include=voided`, { as });
      assert.equal(voided.json.voided.reason, `r ${text} r`);
      const name = `w ${index} ${text} w`;
      const added = await ask("POST", "/api/departments/", { as, body: { name } });
      const department = await ask("GET", `/api/departments/${added.json.department_id}/`, { as });
      assert.equal(department.json.name, name);
      const renamed = { full_name };
      const path = `/api/staff/${clinic.staffIds.nurse}/`;
      assert.equal((await ask("PUT", path, { as, body: renamed })).status, 200);
      assert.equal((await ask("GET", path, { as })).json.full_name, full_name);
    }
    const { json } = await ask("GET", "/api/patients/", { as });
    assert.equal(json.length, 1 + HOSTILE.length, "no table was dropped");
  });
});
