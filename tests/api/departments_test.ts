import assert from "node:assert/strict";
import { apiTestOnEveryDatabase, statusAndErrors } from "@/tests/support/api/test_api.ts";

apiTestOnEveryDatabase("departments", async ({ ask, clinic }, t) => {
  const add = (body: Record<string, unknown>) => ask("POST", "/api/departments/", { as: "admin", body });
  const names = async (path: string) =>
    (await ask("GET", path, { as: "auditor" })).json.map(({ name }: { name: string }) => name);

  await t.step("departments are sorted by name; active ones have the contract's keys", async () => {
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

  await t.step("an inactive department is listed only with include=inactive", async () => {
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

  await t.step("a department's name is unique in any case, inactive ones included", async () => {
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
});
