import assert from "node:assert/strict";
import { apiTestOnEveryDatabase, statusAndErrors } from "@/tests/support/api/test_api.ts";

apiTestOnEveryDatabase("staff", async (api, t) => {
  const { ask, clinic, addStaffMember } = api;
  const names = async (path: string) =>
    (await ask("GET", path, { as: "auditor" })).json.map((row: Record<string, string>) => row.full_name);

  await t.step("one member of staff has every key", async () => {
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

  await t.step(
    "staff are sorted by name; those who have left are listed only with include=inactive",
    async () => {
      const id = await addStaffMember("aaron", "nurse");
      assert.equal((await names("/api/staff/"))[0], "aaron");
      const sorted = await names("/api/staff/");
      assert.deepEqual(sorted, sorted.toSorted((a: string, b: string) => a.localeCompare(b)));
      await ask("PUT", `/api/staff/${id}/`, { as: "admin", body: { active: false } });
      assert.ok(!(await names("/api/staff/")).includes("aaron"));
      const { json } = await ask("GET", "/api/staff/?include=inactive", { as: "nurse" });
      assert.equal(json.find((row: { user_id: string }) => row.user_id === id).active, false);
    },
  );

  await t.step("every role but admin and auditor needs an active department", async () => {
    const body = (over: Record<string, unknown>) => ({
      full_name: "X",
      username: `x${crypto.randomUUID()}`,
      password: "initial-pass",
      ...over,
    });
    const added = (over: Record<string, unknown>) =>
      ask("POST", "/api/staff/", { as: "admin", body: body(over) });
    for (const role of ["doctor", "nurse", "receptionist"]) {
      assert.equal(statusAndErrors(await added({ role })), "400 department_id:required");
      assert.equal(statusAndErrors(await added({ role, department_id: null })), "400 department_id:required");
    }
    for (const role of ["admin", "auditor"]) assert.equal((await added({ role })).status, 201);
    const unknown = { role: "nurse", department_id: crypto.randomUUID() };
    assert.equal(statusAndErrors(await added(unknown)), "400 department_id:unknown_department");
    const { json: { department_id } } = await ask("POST", "/api/departments/", {
      as: "admin",
      body: { name: "Shut" },
    });
    await ask("PUT", `/api/departments/${department_id}/`, { as: "admin", body: { active: false } });
    assert.equal(
      statusAndErrors(await added({ role: "nurse", department_id })),
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
