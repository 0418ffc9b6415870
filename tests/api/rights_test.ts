import assert from "node:assert/strict";
import type { Answer, Sent } from "@/tests/support/clinic.ts";
import { apiTest, patientBody, statusAndErrors, visitBody } from "@/tests/support/api/test_api.ts";

apiTest("ids and keys that a role has no right to", async (api, t) => {
  const { ask, clinic, registerPatient, logVisit } = api;
  const patient = await registerPatient();
  const visit = await logVisit(patient);
  const hidden = { patient: await registerPatient(), visit: await logVisit(patient) };
  const reason = { as: "doctor", body: { reason: "by mistake" } } as const;
  await ask("POST", `/api/patients/${hidden.patient}/void/`, reason);
  await ask("POST", `/api/visits/${hidden.visit}/void/`, reason);
  const same = async (method: string, path: string, ids: string[], sent: Sent, status: number) => {
    const answers = [];
    for (const id of ids) answers.push(textOf(await ask(method, path.replace(":id", id), sent)));
    assert.equal(new Set(answers).size, 1, `${method} ${path}: ${answers.join("\n")}`);
    assert.match(answers[0]!, new RegExp(`^${status} `));
  };
  const nobody = () => crypto.randomUUID();

  await t.step(
    "[S27] a forbidden request is refused alike for ids that exist and ids that do not",
    async () => {
      const body = { reason: "x" };
      for (const as of ["nurse", "receptionist", "auditor"] as const) {
        await same("POST", "/api/patients/:id/void/", [patient, hidden.patient, nobody()], { as, body }, 403);
        await same("POST", "/api/visits/:id/restore/", [visit, hidden.visit, nobody()], { as }, 403);
        await same("PUT", "/api/staff/:id/", [clinic.staffIds.admin, nobody(), "x"], { as, body }, 403);
      }
      await same(
        "GET",
        "/api/patients/:id/",
        [patient, hidden.patient, nobody(), "x"],
        { as: "auditor" },
        403,
      );
      const patched = { as: "receptionist", body: { notes: "x" } } as const;
      await same("PUT", "/api/visits/:id/", [visit, nobody()], patched, 403);
      await same("GET", "/api/visits/:id/?include=voided", [hidden.visit, nobody()], { as: "nurse" }, 403);
    },
  );

  await t.step(
    "[S27] a voided record cannot be told from a missing one by roles that may not see it",
    async () => {
      for (const as of ["nurse", "receptionist"] as const) {
        const patients = [hidden.patient, nobody(), "not-an-id", "%zz", "1", "' OR 1=1 --"];
        await same("GET", "/api/patients/:id/", patients, { as }, 404);
        await same("GET", "/api/patients/:id/visits/", patients, { as }, 404);
        await same("PUT", "/api/patients/:id/", patients, { as, body: { contact_details: "x" } }, 404);
        await same("GET", "/api/visits/:id/", [hidden.visit, nobody(), "x"], { as }, 404);
      }
      await same(
        "PUT",
        "/api/visits/:id/",
        [hidden.visit, nobody()],
        { as: "nurse", body: { notes: "x" } },
        404,
      );
      const logged = [];
      for (const id of [hidden.patient, nobody(), "x"]) {
        logged.push(textOf(await ask("POST", "/api/visits/", { as: "nurse", body: visitBody(clinic, id) })));
      }
      assert.equal(new Set(logged).size, 1);
      assert.match(logged[0]!, /unknown_patient/);
    },
  );

  await t.step(
    "[S29] keys that a resource does not have, or that may not change, are refused and named",
    async () => {
      const refused: [string, string, Record<string, unknown>][] = [
        [`/api/visits/${visit}/`, "patient_id", { patient_id: hidden.patient }],
        [`/api/visits/${visit}/`, "visit_id", { visit_id: nobody(), notes: "x" }],
        [`/api/visits/${visit}/`, "voided", { voided: null }],
        [`/api/visits/${visit}/`, "department", { department: "X" }],
        [`/api/patients/${patient}/`, "patient_id", { patient_id: nobody() }],
        [`/api/patients/${patient}/`, "version", { version: 9, full_name: "X" }],
        [`/api/patients/${patient}/`, "void_reason", { void_reason: "x" }],
        [`/api/staff/${clinic.staffIds.nurse}/`, "username", { username: "x" }],
        [`/api/staff/${clinic.staffIds.nurse}/`, "password", { password: "initial-pass" }],
        [`/api/staff/${clinic.staffIds.nurse}/`, "password_hash", { password_hash: "x", role: "admin" }],
        [`/api/departments/${clinic.departmentId}/`, "department_id", { department_id: nobody() }],
      ];
      for (const [path, key, body] of refused) {
        const before = await ask("GET", path, { as: "admin" });
        for (const method of ["PUT", "PATCH"]) {
          const answer = await ask(method, path, { as: "admin", body });
          assert.equal(statusAndErrors(answer), `400 ${key}:unknown_field`);
        }
        assert.equal((await ask("GET", path, { as: "admin" })).text, before.text, "nothing was changed");
      }
      const created: [string, Record<string, unknown>, string][] = [
        ["/api/patients/", patientBody({ patient_id: nobody() }), "patient_id"],
        ["/api/visits/", visitBody(clinic, patient, { voided: true }), "voided"],
        ["/api/departments/", { name: "X", active: false }, "active"],
      ];
      for (const [path, body, key] of created) {
        assert.equal(
          statusAndErrors(await ask("POST", path, { as: "admin", body })),
          `400 ${key}:unknown_field`,
        );
      }
    },
  );

  await t.step("[S30] only administrators add staff or change roles", async () => {
    const body = { full_name: "X", username: "x", password: "initial-pass", role: "admin" };
    for (const as of ["doctor", "nurse", "receptionist", "auditor"] as const) {
      assert.equal((await ask("POST", "/api/staff/", { as, body })).status, 403);
      const path = `/api/staff/${clinic.staffIds[as]}/`;
      assert.equal((await ask("PUT", path, { as, body: { role: "admin" } })).status, 403);
      const reset = await ask("POST", `/api/staff/${clinic.staffIds.admin}/password-reset/`, { as });
      assert.equal(reset.status, 403);
      assert.doesNotMatch(reset.text, /[a-z]{5}-[a-z]{5}-[a-z]{5}/);
    }
    const { json } = await ask("GET", "/api/staff/?include=inactive", { as: "admin" });
    assert.equal(json.filter(({ role }: { role: string }) => role === "admin").length, 1);
  });
});

/** An answer as text, but for the request's id. */
function textOf({ status, json }: Answer): string {
  return `${status} ${JSON.stringify({ ...json, instance: "" })}`;
}
