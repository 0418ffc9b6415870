import assert from "node:assert/strict";
import { type Answer, kinds, testClinic } from "@/tests/support/clinic.ts";

/**
 * The contract's examples, sent as printed and answered as printed, key for key and in the order printed. Only ids,
 * tokens and what the clinic had before are its own.
 */
for (const { name, ignore } of kinds) {
  Deno.test({
    name: `the contract's examples answer as printed (${name})`,
    ignore,
    async fn(t) {
      await using clinic = await testClinic(name);
      const { doctor } = clinic.staffIds;
      let patientId = "", visitId = "";

      await t.step("1.1 login, 1.2 refresh", async () => {
        const { status, json } = await clinic.ask("POST", "/api/auth/login/", {
          body: { username: "doctor1", password: "password123" },
        });
        assert.equal(status, 200);
        assert.deepEqual(Object.keys(json), ["access", "refresh"]);
        const refreshed = await clinic.ask("POST", "/api/auth/refresh/", { body: { refresh: json.refresh } });
        assert.equal(refreshed.status, 200);
        assert.deepEqual(Object.keys(refreshed.json), ["access"]);
        for (const access of [json.access, refreshed.json.access]) {
          const headers = { authorization: `Bearer ${access}` };
          assert.equal((await clinic.ask("GET", "/api/departments/", { headers })).status, 200);
        }
      });

      await t.step("2.3 register", async () => {
        const answer = await clinic.ask("POST", "/api/patients/", {
          as: "receptionist",
          body: {
            full_name: "Pohano Pohano",
            date_of_birth: "2000-01-01",
            gender: "M",
            contact_details: "+26612345678",
            file_number: "55984",
          },
        });
        patientId = answer.json.patient_id;
        printed(answer, 201, { patient_id: patientId, message: "Patient successfully registered" });
        assert.equal(answer.headers.get("location"), `/api/patients/${patientId}/`);
      });

      const patient = () => ({
        patient_id: patientId,
        full_name: "Pohano Pohano",
        date_of_birth: "2000-01-01",
        gender: "M",
        contact_details: "+26612345678",
        file_number: "55984",
      });

      await t.step("2.1 all patients, 2.2 one, 6.1 search", async () => {
        printed(await clinic.ask("GET", "/api/patients/", { as: "nurse" }), 200, [patient()]);
        printed(await clinic.ask("GET", `/api/patients/${patientId}/`, { as: "nurse" }), 200, patient());
        for (const search of ["pohano", "55984"]) {
          printed(await clinic.ask("GET", `/api/patients/?search=${search}`, { as: "nurse" }), 200, [
            patient(),
          ]);
        }
        printed(await clinic.ask("GET", "/api/patients/?search=nobody", { as: "nurse" }), 200, []);
      });

      await t.step("2.4 update", async () => {
        const body = { contact_details: "+26687654321" };
        const answer = await clinic.ask("PUT", `/api/patients/${patientId}/`, { as: "nurse", body });
        printed(answer, 200, { patient_id: patientId, message: "Patient updated successfully" });
        const after = await clinic.ask("GET", `/api/patients/${patientId}/`, { as: "nurse" });
        printed(after, 200, { ...patient(), contact_details: "+26687654321" });
      });

      await t.step("3.1 log a visit", async () => {
        const answer = await clinic.ask("POST", "/api/visits/", {
          as: "doctor",
          body: {
            patient_id: patientId,
            department_id: clinic.departmentId,
            doctor_id: doctor,
            visit_date: "2025-12-23",
            visit_time: "09:30",
            notes: "Routine check-up",
          },
        });
        visitId = answer.json.visit_id;
        printed(answer, 201, { visit_id: visitId, message: "Visit recorded successfully" });
      });

      const visit = (notes: string) => ({
        visit_id: visitId,
        department: "General Outpatient",
        doctor: "Dr. Thabo",
        visit_date: "2025-12-23",
        visit_time: "09:30",
        notes,
      });

      await t.step("3.2 a patient's visits, 3.3 update one", async () => {
        const path = `/api/patients/${patientId}/visits/`;
        printed(await clinic.ask("GET", path, { as: "doctor" }), 200, [visit("Routine check-up")]);
        const notes = "Patient advised to take vitamins";
        const answer = await clinic.ask("PUT", `/api/visits/${visitId}/`, { as: "doctor", body: { notes } });
        printed(answer, 200, { visit_id: visitId, message: "Visit updated successfully" });
        printed(await clinic.ask("GET", path, { as: "doctor" }), 200, [visit(notes)]);
      });

      await t.step("6.2 visits by date and department", async () => {
        const expected = [{ ...visit("Patient advised to take vitamins"), patient_id: patientId }];
        const filter = `start_date=2025-12-01&end_date=2025-12-23&department=${clinic.departmentId}`;
        printed(await clinic.ask("GET", `/api/visits/?${filter}`, { as: "doctor" }), 200, expected);
        printed(await clinic.ask("GET", "/api/visits/?end_date=2025-12-22", { as: "doctor" }), 200, []);
      });

      await t.step("4.1 departments, 4.2 add one", async () => {
        const answer = await clinic.ask("POST", "/api/departments/", {
          as: "admin",
          body: { name: "Radiology" },
        });
        const { department_id } = answer.json;
        printed(answer, 201, { department_id, message: "Department added successfully" });
        printed(await clinic.ask("GET", "/api/departments/", { as: "auditor" }), 200, [
          { department_id: clinic.departmentId, name: "General Outpatient" },
          { department_id, name: "Radiology" },
        ]);
      });

      await t.step("5.1 staff, 5.2 add somebody", async () => {
        const answer = await clinic.ask("POST", "/api/staff/", {
          as: "admin",
          body: {
            full_name: "Nurse Lebo",
            username: "nurselebo",
            password: "securepass",
            role: "nurse",
            department_id: clinic.departmentId,
          },
        });
        const { user_id } = answer.json;
        printed(answer, 201, { user_id, message: "Staff added successfully" });
        const { json } = await clinic.ask("GET", "/api/staff/", { as: "receptionist" });
        const found = (id: string) => json.find((member: { user_id: string }) => member.user_id === id);
        const department = "General Outpatient";
        assert.equal(
          JSON.stringify(found(user_id)),
          JSON.stringify({ user_id, full_name: "Nurse Lebo", role: "nurse", department }),
        );
        assert.equal(
          JSON.stringify(found(doctor)),
          JSON.stringify({ user_id: doctor, full_name: "Dr. Thabo", role: "doctor", department }),
        );
      });

      await t.step("without the slash at the end as well", async () => {
        const spelled = await clinic.ask("GET", `/api/patients/${patientId}`, { as: "nurse" });
        assert.equal(spelled.status, 200);
        assert.equal(spelled.json.patient_id, patientId);
        const added = await clinic.ask("POST", "/api/departments", {
          as: "admin",
          body: { name: "Maternity" },
        });
        assert.equal(added.status, 201);
      });
    },
  });
}

/** The status, and the body as text: the same keys in the same order, nothing more. */
function printed(answer: Answer, status: number, body: unknown): void {
  assert.equal(answer.text, JSON.stringify(body));
  assert.equal(answer.status, status);
  assert.match(answer.headers.get("content-type") ?? "", /^application\/json\b/);
}
