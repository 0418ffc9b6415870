import assert from "node:assert/strict";
import { type Answer, PASSWORDS, type Sent } from "@/tests/support/clinic.ts";
import {
  apiTest,
  apiTestOnEveryDatabase,
  bearer,
  patientBody,
  statusAndErrors,
  visitBody,
} from "@/tests/support/api/test_api.ts";

apiTest("ids and keys outside one's rights", async (api, t) => {
  const { ask, clinic, registerPatient, logVisit } = api;
  const patient = await registerPatient();
  const visit = await logVisit(patient);
  const hidden = { patient: await registerPatient(), visit: await logVisit(patient) };
  const reason = { as: "doctor", body: { reason: "by mistake" } } as const;
  await ask("POST", `/api/patients/${hidden.patient}/void/`, reason);
  await ask("POST", `/api/visits/${hidden.visit}/void/`, reason);
  const same = async (method: string, path: string, ids: string[], sent: Sent, status: number) => {
    const told = [];
    for (const id of ids) told.push(toldBy(await ask(method, path.replace(":id", id), sent)));
    assert.equal(new Set(told).size, 1, `${method} ${path}: ${told.join("\n")}`);
    assert.match(told[0]!, new RegExp(`^${status} `));
  };
  const nobody = () => crypto.randomUUID();

  await t.step("[S27] what one may not do is refused alike for what is there and what is not", async () => {
    const body = { reason: "x" };
    for (const as of ["nurse", "receptionist", "auditor"] as const) {
      await same("POST", "/api/patients/:id/void/", [patient, hidden.patient, nobody()], { as, body }, 403);
      await same("POST", "/api/visits/:id/restore/", [visit, hidden.visit, nobody()], { as }, 403);
      await same("PUT", "/api/staff/:id/", [clinic.staffIds.admin, nobody(), "x"], { as, body }, 403);
    }
    await same("GET", "/api/patients/:id/", [patient, hidden.patient, nobody(), "x"], { as: "auditor" }, 403);
    const patched = { as: "receptionist", body: { notes: "x" } } as const;
    await same("PUT", "/api/visits/:id/", [visit, nobody()], patched, 403);
    await same("GET", "/api/visits/:id/?include=voided", [hidden.visit, nobody()], { as: "nurse" }, 403);
  });

  await t.step("[S27] a voided record looks like none to whoever may not see it", async () => {
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
      logged.push(toldBy(await ask("POST", "/api/visits/", { as: "nurse", body: visitBody(clinic, id) })));
    }
    assert.equal(new Set(logged).size, 1);
    assert.match(logged[0]!, /unknown_patient/);
  });

  await t.step(
    "[S29] keys that a resource does not have, or may not change, are refused by name",
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

  await t.step("[S30] nobody but an administrator makes staff, or raises themselves", async () => {
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

apiTestOnEveryDatabase("the last administrator", async (api, t) => {
  const { ask, clinic, addStaffMember, signIn } = api;
  const path = `/api/staff/${clinic.staffIds.admin}/`;
  const { departmentId: department_id } = clinic;

  await t.step("[S31] is neither demoted nor deactivated", async () => {
    for (
      const body of [{ role: "nurse", department_id }, { active: false }, { role: "auditor", active: true }]
    ) {
      const { status, json } = await ask("PUT", path, { as: "admin", body });
      assert.equal(status, 409);
      assert.equal(json.code, "last_administrator");
    }
    assert.equal((await ask("PUT", path, { as: "admin", body: { full_name: "Mme P." } })).status, 200);
  });

  await t.step("[S31] an administrator who has left does not count", async () => {
    const id = await addStaffMember("admin2", "admin");
    assert.equal(
      (await ask("PUT", `/api/staff/${id}/`, { as: "admin", body: { active: false } })).status,
      200,
    );
    assert.equal((await ask("PUT", path, { as: "admin", body: { active: false } })).status, 409);
    assert.equal(
      (await ask("PUT", `/api/staff/${id}/`, { as: "admin", body: { active: true } })).status,
      200,
    );
  });

  await t.step("[S31] of two who demote each other at once one remains", async () => {
    const second = (await ask("GET", "/api/staff/", { as: "admin" })).json
      .find(({ full_name }: { full_name: string }) => full_name === "admin2").user_id;
    const pairs = [
      { mine: clinic.staffIds.admin, other: second, given: await signIn("admin1", PASSWORDS.admin) },
      { mine: second, other: clinic.staffIds.admin, given: await signIn("admin2", "initial-pass") },
    ];
    const answers = await Promise.all(pairs.map(({ other, given }) =>
      ask("PUT", `/api/staff/${other}/`, {
        headers: bearer(given.access),
        body: { role: "nurse", department_id },
      })
    ));
    const statuses = answers.map(({ status }) => status).sort();
    assert.equal(statuses[0], 200);
    assert.ok(statuses[1] === 409 || statuses[1] === 403, "too late, or no administrator any more");
    const remaining = pairs[answers[0]!.status === 200 ? 0 : 1]!;
    const { json } = await ask("GET", "/api/staff/", { headers: bearer(remaining.given.access) });
    const administrators = json.filter(({ role }: { role: string }) => role === "admin");
    assert.deepEqual(administrators.map(({ user_id }: { user_id: string }) => user_id), [remaining.mine]);
  });
});

/** An answer as text, but for the request's id. */
function toldBy({ status, json }: Answer): string {
  return `${status} ${JSON.stringify({ ...json, instance: "" })}`;
}
