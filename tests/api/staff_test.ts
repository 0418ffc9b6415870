import assert from "node:assert/strict";
import { apiTestOnEveryDatabase, statusAndErrors } from "@/tests/support/api/test_api.ts";

apiTestOnEveryDatabase("departments and staff", async (api, t) => {
  const { ask, clinic, addStaffMember } = api;
  const add = (body: Record<string, unknown>) => ask("POST", "/api/departments/", { as: "admin", body });
  const names = async (path: string) =>
    (await ask("GET", path, { as: "auditor" })).json.map((row: Record<string, string>) =>
      row.name ?? row.full_name
    );

  await t.step("departments come by name, the active ones with the contract's keys", async () => {
    for (const name of ["Radiology", "antenatal", "Ñandú", "  Casualty  "]) {
      const { status, headers, json } = await add({ name });
      assert.equal(status, 201);
      assert.equal(headers.get("location"), `/api/departments/${json.department_id}/`);
    }
    const listed = ["antenatal", "Casualty", "General Outpatient", "Ñandú", "Radiology"];
    assert.deepEqual(await names("/api/departments/"), listed);
    const { json, headers } = await ask("GET", "/api/departments/", { as: "nurse" });
    assert.equal(headers.get("x-total-count"), "5");
    for (const row of json) assert.deepEqual(Object.keys(row), ["department_id", "name"]);
  });

  await t.step("an inactive department is listed only when asked for", async () => {
    const { json: { department_id: id } } = await add({ name: "Dental" });
    const path = `/api/departments/${id}/`;
    const changed = await ask("PUT", path, { as: "admin", body: { active: false } });
    assert.deepEqual(changed.json, { department_id: id, message: "Department updated successfully" });
    assert.ok(!(await names("/api/departments/")).includes("Dental"));
    const all = await ask("GET", "/api/departments/?include=inactive", { as: "nurse" });
    assert.equal(all.headers.get("x-total-count"), String(all.json.length));
    const active = all.json.map((row: Record<string, unknown>) => [row.name, row.active]);
    assert.deepEqual(active.find(([name]: string[]) => name === "Dental"), ["Dental", false]);
    assert.deepEqual(active.find(([name]: string[]) => name === "Radiology"), ["Radiology", true]);
    const one = await ask("GET", path, { as: "auditor" });
    assert.deepEqual(one.json, { department_id: id, name: "Dental", active: false });
    assert.equal(one.headers.get("etag"), '"v2"');
    assert.equal((await ask("PUT", path, { as: "admin", body: { active: true } })).status, 200);
    assert.ok((await names("/api/departments/")).includes("Dental"));
  });

  await t.step("a department's name is its own, in any case, also when inactive", async () => {
    const { json: { department_id: id } } = await add({ name: "Eye Clinic" });
    await ask("PUT", `/api/departments/${id}/`, { as: "admin", body: { active: false } });
    for (const name of ["Eye Clinic", "EYE  CLINIC", " eye clinic "]) {
      assert.equal(statusAndErrors(await add({ name })), "409 name:department_name_taken");
    }
    const rename = { as: "admin", body: { name: "Eye Clinic" } } as const;
    const taken = await ask("PUT", `/api/departments/${clinic.departmentId}/`, rename);
    assert.equal(statusAndErrors(taken), "409 name:department_name_taken");
    const own = await ask("PUT", `/api/departments/${id}/`, { as: "admin", body: { name: "EYE clinic" } });
    assert.equal(own.status, 200);
    for (const name of ["", "  ", "--", "x".repeat(101)]) {
      assert.match(statusAndErrors(await add({ name })), /^400 name:/, name);
    }
  });

  await t.step("one member of staff, named in full", async () => {
    const { status, json, headers } = await ask("GET", `/api/staff/${clinic.staffIds.doctor}/`, {
      as: "auditor",
    });
    assert.equal(status, 200);
    assert.equal(headers.get("etag"), '"v1"');
    assert.deepEqual(json, {
      user_id: clinic.staffIds.doctor,
      full_name: "Dr. Thabo",
      role: "doctor",
      department: "General Outpatient",
      department_id: clinic.departmentId,
      active: true,
    });
  });

  await t.step("staff come by name, whoever has left only when asked for", async () => {
    const id = await addStaffMember("aaron", "nurse");
    assert.equal((await names("/api/staff/"))[0], "aaron");
    const sorted = await names("/api/staff/");
    assert.deepEqual(sorted, sorted.toSorted((a: string, b: string) => a.localeCompare(b)));
    await ask("PUT", `/api/staff/${id}/`, { as: "admin", body: { active: false } });
    assert.ok(!(await names("/api/staff/")).includes("aaron"));
    const { json } = await ask("GET", "/api/staff/?include=inactive", { as: "nurse" });
    assert.equal(json.find((row: { user_id: string }) => row.user_id === id).active, false);
  });

  await t.step("a department is needed by all but admin and auditor, and must be usable", async () => {
    const body = (over: Record<string, unknown>) => ({
      full_name: "X",
      username: `x${crypto.randomUUID()}`,
      password: "initial-pass",
      ...over,
    });
    const hired = (over: Record<string, unknown>) =>
      ask("POST", "/api/staff/", { as: "admin", body: body(over) });
    for (const role of ["doctor", "nurse", "receptionist"]) {
      assert.equal(statusAndErrors(await hired({ role })), "400 department_id:required");
      assert.equal(statusAndErrors(await hired({ role, department_id: null })), "400 department_id:required");
    }
    for (const role of ["admin", "auditor"]) assert.equal((await hired({ role })).status, 201);
    const unknown = { role: "nurse", department_id: crypto.randomUUID() };
    assert.equal(statusAndErrors(await hired(unknown)), "400 department_id:unknown_department");
    const { json: { department_id } } = await add({ name: "Shut" });
    await ask("PUT", `/api/departments/${department_id}/`, { as: "admin", body: { active: false } });
    assert.equal(
      statusAndErrors(await hired({ role: "nurse", department_id })),
      "400 department_id:inactive_department",
    );
    const put = await ask("PUT", `/api/staff/${clinic.staffIds.nurse}/`, {
      as: "admin",
      body: { department_id: null },
    });
    assert.equal(statusAndErrors(put), "400 department_id:required");
    const auditor = `/api/staff/${clinic.staffIds.auditor}/`;
    assert.equal((await ask("PUT", auditor, { as: "admin", body: { department_id: null } })).status, 200);
    assert.equal((await ask("GET", auditor, { as: "nurse" })).json.department, null);
    assert.equal(
      statusAndErrors(await ask("PUT", auditor, { as: "admin", body: { role: "nurse" } })),
      "400 department_id:required",
    );
  });

  await t.step("usernames are unique in any case, and hold letters, digits, . _ @ and -", async () => {
    const body = { full_name: "X", username: "NURSE1", password: "initial-pass", role: "admin" };
    assert.equal(
      statusAndErrors(await ask("POST", "/api/staff/", { as: "admin", body })),
      "409 username:username_taken",
    );
    for (const username of ["", "a b", "a\u0000", "x".repeat(65), "<b>"]) {
      const answer = await ask("POST", "/api/staff/", { as: "admin", body: { ...body, username } });
      assert.match(statusAndErrors(answer), /^400 username:/, username);
    }
    const role = await ask("POST", "/api/staff/", {
      as: "admin",
      body: { ...body, username: "r", role: "owner" },
    });
    assert.equal(statusAndErrors(role), "400 role:not_allowed");
  });
});
