import assert from "node:assert/strict";
import { endpoints } from "@/api/endpoints.ts";
import { apiTest } from "@/tests/support/api/test_api.ts";

const NOTE = "chronic sunflower syndrome";
const COMING = "came about the sunflower";

apiTest("[S28] a receptionist sees no clinical notes in any answer", async (api, t) => {
  const { ask, registerPatient, logVisit } = api;
  const patient = await registerPatient();
  const visit = await logVisit(patient, { notes: NOTE });
  const own = await ask("POST", "/api/visits/", {
    as: "receptionist",
    body: {
      patient_id: patient,
      department_id: api.clinic.departmentId,
      doctor_id: api.clinic.staffIds.nurse,
      visit_date: "2025-12-24",
      visit_time: "08:00",
      notes: COMING,
    },
  });
  assert.equal(own.status, 201, "may log a visit, the reason for coming included");
  const voided = await logVisit(patient, { notes: NOTE });
  await ask("POST", `/api/visits/${voided}/void/`, {
    as: "doctor",
    body: { reason: "sunflower of another" },
  });

  await t.step("[S28] clinicians do see the notes", async () => {
    for (const as of ["admin", "doctor", "nurse"] as const) {
      const { text } = await ask("GET", `/api/patients/${patient}/visits/`, { as });
      assert.ok(text.includes(NOTE) && text.includes(COMING));
    }
  });

  await t.step("[S28] in a receptionist's lists and visits the notes are null", async () => {
    for (const path of ["/api/visits/", "/api/visits/?limit=10", `/api/patients/${patient}/visits/`]) {
      const { status, json } = await ask("GET", path, { as: "receptionist" });
      assert.equal(status, 200);
      assert.deepEqual(json.map(({ notes }: { notes: unknown }) => notes), [null, null]);
    }
    for (const id of [visit, own.json.visit_id]) {
      const { status, json } = await ask("GET", `/api/visits/${id}/`, { as: "receptionist" });
      assert.equal(status, 200);
      assert.equal(json.notes, null);
    }
  });

  await t.step("[S28] no GET of any route, and no refusal, contains any word of the notes", async () => {
    for (const { method, path } of endpoints) {
      for (const id of [patient, visit, own.json.visit_id, voided]) {
        for (const query of ["", "?include=voided", "?limit=1", "?search=sunflower"]) {
          if (method !== "GET") continue;
          const { text } = await ask("GET", path.replace(":id", id) + query, { as: "receptionist" });
          assert.doesNotMatch(text, /sunflower/i, path);
        }
      }
    }
    const found = await ask("POST", "/api/patients/search/", {
      as: "receptionist",
      body: { search: "sunflower" },
    });
    assert.deepEqual(found.json, []);
  });

  await t.step("[S28] a receptionist cannot change notes, not even their own", async () => {
    for (const id of [visit, own.json.visit_id]) {
      for (const method of ["PUT", "PATCH"]) {
        const { status, text } = await ask(method, `/api/visits/${id}/`, {
          as: "receptionist",
          body: { notes: "x" },
        });
        assert.equal(status, 403);
        assert.doesNotMatch(text, /sunflower/);
      }
    }
    const { json } = await ask("GET", `/api/visits/${own.json.visit_id}/`, { as: "nurse" });
    assert.equal(json.notes, COMING);
  });
});
