import assert from "node:assert/strict";
import { PASSWORDS } from "@/tests/support/clinic.ts";
import { apiTestOnEveryDatabase, bearer } from "@/tests/support/api/test_api.ts";

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

  await t.step("[S31] of two administrators who demote each other at once, one remains", async () => {
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
