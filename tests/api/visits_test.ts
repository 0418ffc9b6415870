import assert from "node:assert/strict";
import { apiTest, apiTestOnEveryDatabase, statusAndErrors, visitBody } from "@/tests/support/api/test_api.ts";

apiTestOnEveryDatabase("visits", async (api, t) => {
  const { ask, clinic, registerPatient, logVisit, addStaffMember } = api;
  const { departmentId, staffIds } = clinic;
  const patient = await registerPatient();
  const post = (over: Record<string, unknown>, as: "doctor" | "receptionist" = "doctor") =>
    ask("POST", "/api/visits/", { as, body: visitBody(clinic, patient, over) });
  const addDepartment = async (name: string): Promise<string> =>
    (await ask("POST", "/api/departments/", { as: "admin", body: { name } })).json.department_id;

  await t.step(
    "a new visit is found at Location; a single visit has the ids of its department and clinician",
    async () => {
      const { status, headers, json } = await post({});
      assert.equal(status, 201);
      assert.equal(headers.get("location"), `/api/visits/${json.visit_id}/`);
      const there = await ask("GET", headers.get("location")!, { as: "nurse" });
      assert.equal(there.headers.get("etag"), '"v1"');
      assert.deepEqual(there.json, {
        visit_id: json.visit_id,
        department: "General Outpatient",
        doctor: "Dr. Thabo",
        visit_date: "2025-12-23",
        visit_time: "09:30",
        notes: "Routine check-up",
        patient_id: patient,
        department_id: departmentId,
        doctor_id: staffIds.doctor,
      });
    },
  );

  await t.step("ids in the body that cannot be used are refused and their fields named", async () => {
    const id = crypto.randomUUID();
    const closed = await addDepartment("Closed");
    await ask("PUT", `/api/departments/${closed}/`, { as: "admin", body: { active: false } });
    const left = await addStaffMember("left1", "doctor");
    await ask("PUT", `/api/staff/${left}/`, { as: "admin", body: { active: false } });
    const voided = await registerPatient();
    await ask("POST", `/api/patients/${voided}/void/`, { as: "doctor", body: { reason: "twice" } });
    const refused: [Record<string, unknown>, string][] = [
      [{ patient_id: id }, "patient_id:unknown_patient"],
      [{ patient_id: "x" }, "patient_id:unknown_patient"],
      [{ patient_id: voided }, "patient_id:unknown_patient"],
      [{ department_id: id }, "department_id:unknown_department"],
      [{ department_id: "x" }, "department_id:unknown_department"],
      [{ department_id: closed }, "department_id:inactive_department"],
      [{ doctor_id: id }, "doctor_id:unknown_staff"],
      [{ doctor_id: staffIds.receptionist }, "doctor_id:not_a_clinician"],
      [{ doctor_id: staffIds.admin }, "doctor_id:not_a_clinician"],
      [{ doctor_id: staffIds.auditor }, "doctor_id:not_a_clinician"],
      [{ doctor_id: left }, "doctor_id:not_a_clinician"],
      [{ doctor_id: departmentId }, "doctor_id:unknown_staff"],
    ];
    const visit = await logVisit(patient);
    for (const [over, expected] of refused) {
      assert.equal(statusAndErrors(await post(over)), `400 ${expected}`);
      if ("patient_id" in over) continue;
      const put = await ask("PUT", `/api/visits/${visit}/`, { as: "nurse", body: over });
      assert.equal(statusAndErrors(put), `400 ${expected}`);
    }
    assert.equal((await ask("GET", `/api/visits/${visit}/`, { as: "nurse" })).headers.get("etag"), '"v1"');
  });

  await t.step(
    "an old visit keeps the names of a department and a doctor that are no longer active",
    async () => {
      const ward = await addDepartment("Old Ward");
      const doctor = await addStaffMember("old doctor".replace(" ", "."), "doctor");
      const visit = await logVisit(patient, { department_id: ward, doctor_id: doctor });
      await ask("PUT", `/api/departments/${ward}/`, { as: "admin", body: { active: false } });
      await ask("PUT", `/api/staff/${doctor}/`, { as: "admin", body: { active: false } });
      const body = { notes: "later", department_id: ward, doctor_id: doctor };
      assert.equal((await ask("PUT", `/api/visits/${visit}/`, { as: "nurse", body })).status, 200);
      const { json } = await ask("GET", `/api/visits/${visit}/`, { as: "nurse" });
      assert.deepEqual([json.department, json.doctor, json.notes], ["Old Ward", "old.doctor", "later"]);
      const filtered = await ask("GET", `/api/visits/?department=${ward}`, { as: "nurse" });
      assert.equal(filtered.json.length, 1);
    },
  );

  await t.step("every field but the patient can change", async () => {
    const visit = await logVisit(patient);
    const ward = await addDepartment("New Ward");
    const changes = {
      visit_date: "2025-12-24",
      visit_time: "23:59",
      doctor_id: staffIds.nurse,
      department_id: ward,
    };
    for (const [key, value] of Object.entries({ ...changes, notes: "" })) {
      const before = (await ask("GET", `/api/visits/${visit}/`, { as: "nurse" })).json;
      const put = await ask("PUT", `/api/visits/${visit}/`, { as: "nurse", body: { [key]: value } });
      assert.equal(put.status, 200);
      const { json } = await ask("GET", `/api/visits/${visit}/`, { as: "nurse" });
      const named = { department: json.department, doctor: json.doctor };
      assert.deepEqual(json, { ...before, [key]: value, ...named });
    }
    const moved = await ask("PUT", `/api/visits/${visit}/`, { as: "nurse", body: { patient_id: patient } });
    assert.equal(statusAndErrors(moved), "400 patient_id:unknown_field");
  });

  await t.step("notes are 0–10,000 characters; no notes are an empty text, not null", async () => {
    const long = "ñ".repeat(10_000);
    const visit = await logVisit(patient, { notes: long });
    assert.equal((await ask("GET", `/api/visits/${visit}/`, { as: "nurse" })).json.notes, long);
    assert.equal(statusAndErrors(await post({ notes: long + "x" })), "400 notes:too_long");
    for (const notes of [null, 1, ["x"]]) {
      assert.equal(statusAndErrors(await post({ notes })), "400 notes:wrong_type");
      const put = await ask("PUT", `/api/visits/${visit}/`, { as: "nurse", body: { notes } });
      assert.equal(statusAndErrors(put), "400 notes:wrong_type");
    }
    const { notes: _, ...without } = visitBody(clinic, patient);
    const { json } = await ask("POST", "/api/visits/", { as: "doctor", body: without });
    assert.equal((await ask("GET", `/api/visits/${json.visit_id}/`, { as: "nurse" })).json.notes, "");
  });

  await t.step("days and times must exist", async () => {
    for (const visit_date of ["2025-02-29", "2025-6-1", "today", "2025-12-23T09:30", ""]) {
      assert.match(statusAndErrors(await post({ visit_date })), /^400 visit_date:/, visit_date);
    }
    for (const visit_time of ["24:00", "9:30", "09:60", "09:30:00", "09.30", ""]) {
      assert.match(statusAndErrors(await post({ visit_time })), /^400 visit_time:/, visit_time);
    }
    for (const visit_time of ["00:00", "23:59"]) assert.equal((await post({ visit_time })).status, 201);
    assert.equal((await post({ visit_date: "1950-01-01" })).status, 201);
  });
});

apiTest("a visit is at most one year ahead of the clinic's today", async (api) => {
  const { ask, clinic, registerPatient, newSignIn } = api;
  const patient = await registerPatient();
  const now = clinic.clinic.now();
  const noon = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + 1, 10);
  clinic.advance((noon - now.getTime()) / 1_000); // so that midnight does not come while this runs
  const headers = await newSignIn("doctor");
  const limit = new Date(noon);
  limit.setUTCFullYear(limit.getUTCFullYear() + 1);
  const on = (instant: number) => ({ visit_date: new Date(instant).toISOString().slice(0, 10) });
  const body = (instant: number) => visitBody(clinic, patient, on(instant));
  const last = await ask("POST", "/api/visits/", { headers, body: body(limit.getTime()) });
  assert.equal(last.status, 201);
  const beyond = limit.getTime() + 86_400_000;
  const refused = await ask("POST", "/api/visits/", { headers, body: body(beyond) });
  assert.equal(statusAndErrors(refused), "400 visit_date:too_far_ahead");
  const path = `/api/visits/${last.json.visit_id}/`;
  assert.equal(
    statusAndErrors(await ask("PUT", path, { headers, body: on(beyond) })),
    "400 visit_date:too_far_ahead",
  );
  assert.equal((await ask("PUT", path, { headers, body: on(noon) })).status, 200);
});
