import assert from "node:assert/strict";
import { PASSWORDS } from "@/tests/support/clinic.ts";
import { apiTest, bearer, statusAndErrors } from "@/tests/support/api/test_api.ts";

apiTest("passwords that an administrator set", async (api, t) => {
  const { ask, clinic, newSignIn, addStaffMember, signIn } = api;
  const login = (username: string, password: string) =>
    ask("POST", "/api/auth/login/", { body: { username, password } });

  await t.step("an initial password has 8 characters or more", async () => {
    const body = { full_name: "X", username: "short1", role: "auditor" };
    for (const password of ["1234567", "🔒🔒🔒🔒"]) {
      const answer = await ask("POST", "/api/staff/", { as: "admin", body: { ...body, password } });
      assert.equal(statusAndErrors(answer), "400 password:too_short", password);
      assert.doesNotMatch(answer.text, /1234567|🔒/);
    }
  });

  await t.step("[S22] a reset gives a one-time password, and the old password no longer works", async () => {
    const { auditor } = clinic.staffIds;
    const reset = () => ask("POST", `/api/staff/${auditor}/password-reset/`, { as: "admin" });
    const { json, status } = await reset();
    assert.equal(status, 200);
    assert.match(json.password, /^[a-z]{5}-[a-z]{5}-[a-z]{5}$/);
    assert.equal((await login("auditor1", PASSWORDS.auditor)).status, 401);
    const again = await reset();
    assert.notEqual(again.json.password, json.password);
    assert.equal((await login("auditor1", json.password)).status, 401);
    await signIn("auditor1", again.json.password);
    for (const path of ["/api/staff/", `/api/staff/${auditor}/`, "/api/staff/?include=inactive"]) {
      const { text } = await ask("GET", path, { as: "admin" });
      assert.doesNotMatch(text, /password|argon2/);
      assert.ok(!text.includes(again.json.password));
    }
    const own = { current: again.json.password, new: "seven blankets drying" };
    const headers = bearer((await signIn("auditor1", again.json.password)).access);
    assert.equal((await ask("POST", "/api/auth/password/", { headers, body: own })).status, 200);
    assert.equal((await login("auditor1", again.json.password)).status, 401);
    const nobody = await ask("POST", `/api/staff/${crypto.randomUUID()}/password-reset/`, { as: "admin" });
    assert.equal(nobody.status, 404);
  });

  await t.step("[S22] a password set by somebody else expires after 7 days, one's own does not", async () => {
    await addStaffMember("late", "nurse");
    clinic.advance(7 * 86_400 - 60);
    await signIn("late", "initial-pass");
    clinic.advance(120);
    const late = await login("late", "initial-pass");
    assert.equal(late.status, 401);
    assert.equal(late.json.code, "password_ended");
    assert.equal((await login("late", "wrong-pass")).json.code, "invalid_credentials");
    await signIn("auditor1", "seven blankets drying");
    const headers = await newSignIn("admin");
    assert.equal((await ask("GET", "/api/staff/", { headers })).status, 200);
  });
});
