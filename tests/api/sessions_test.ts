import assert from "node:assert/strict";
import { PASSWORDS } from "@/tests/support/clinic.ts";
import { apiTest, apiTestOnEveryDatabase, bearer, type TestApi } from "@/tests/support/api/test_api.ts";

apiTestOnEveryDatabase("sessions", async (api, t) => {
  const { ask, clinic, addStaffMember, signIn } = api;

  await t.step("[S11] signing out ends the session's tokens at once, and no other session's", async () => {
    const mine = await signIn("nurse1", PASSWORDS.nurse);
    const other = await signIn("nurse1", PASSWORDS.nurse);
    assert.equal(await statusOf(api, mine.access), 200);
    const out = await ask("POST", "/api/auth/logout/", {
      headers: bearer(mine.access),
      body: { refresh: mine.refresh },
    });
    assert.equal(out.status, 204);
    assert.equal(out.text, "");
    await assertEnded(api, mine);
    await assertLives(api, other);
    const again = await ask("POST", "/api/auth/logout/", { headers: bearer(mine.access) });
    assert.equal(again.status, 401);
    assert.equal((await ask("POST", "/api/auth/logout/", { headers: bearer(other.access) })).status, 204);
    await assertEnded(api, other);
  });

  await t.step("[S11] a session cannot be ended with the refresh token of another", async () => {
    const mine = await signIn("nurse1", PASSWORDS.nurse);
    const other = await signIn("doctor1", PASSWORDS.doctor);
    for (const refresh of [other.refresh, mine.access, "x"]) {
      const { status } = await ask("POST", "/api/auth/logout/", {
        headers: bearer(mine.access),
        body: { refresh },
      });
      assert.equal(status, 401);
    }
    await assertLives(api, mine);
    await assertLives(api, other);
  });

  await t.step("[S12] a deactivated member of staff is signed out at once and cannot sign in", async () => {
    const id = await addStaffMember("leaver", "nurse");
    const sessions = [await signIn("leaver", "initial-pass"), await signIn("leaver", "initial-pass")];
    const path = `/api/staff/${id}/`;
    assert.equal((await ask("PUT", path, { as: "admin", body: { active: false } })).status, 200);
    for (const session of sessions) await assertEnded(api, session);
    const body = { username: "leaver", password: "initial-pass" };
    const refused = await ask("POST", "/api/auth/login/", { body });
    assert.equal(refused.json.code, "invalid_credentials");
    assert.equal((await ask("PUT", path, { as: "admin", body: { active: true } })).status, 200);
    for (const session of sessions) await assertEnded(api, session);
    await assertLives(api, await signIn("leaver", "initial-pass"));
  });

  await t.step("[S13] a new role holds for tokens that were issued before", async () => {
    const id = await addStaffMember("mover", "receptionist");
    const { access, refresh } = await signIn("mover", "initial-pass");
    const asked = async (token: string) =>
      (await ask("GET", "/api/visits/?include=voided", { headers: bearer(token) })).status;
    assert.equal(await asked(access), 403);
    await ask("PUT", `/api/staff/${id}/`, { as: "admin", body: { role: "doctor" } });
    assert.equal(await asked(access), 200);
    await ask("PUT", `/api/staff/${id}/`, { as: "admin", body: { role: "auditor" } });
    assert.equal(await asked(access), 403);
    const renewed = await ask("POST", "/api/auth/refresh/", { body: { refresh } });
    assert.equal(await asked(renewed.json.access), 403);
    assert.equal((await ask("GET", "/api/patients/", { headers: bearer(access) })).status, 403);
  });

  await t.step("[S14] a new password ends one's other sessions and keeps this one", async () => {
    await addStaffMember("changer", "nurse");
    const mine = await signIn("changer", "initial-pass");
    const other = await signIn("changer", "initial-pass");
    const body = { current: "initial-pass", new: "seven blankets drying" };
    const { status } = await ask("POST", "/api/auth/password/", { headers: bearer(mine.access), body });
    assert.equal(status, 200);
    await assertEnded(api, other);
    await assertLives(api, mine);
    const old = await ask("POST", "/api/auth/login/", {
      body: { username: "changer", password: body.current },
    });
    assert.equal(old.status, 401);
    await assertLives(api, await signIn("changer", body.new));
  });

  await t.step("[S14] a password that an administrator resets ends every session", async () => {
    const nurse = await signIn("nurse1", PASSWORDS.nurse);
    const path = `/api/staff/${clinic.staffIds.nurse}/password-reset/`;
    const { status, json } = await ask("POST", path, { as: "admin" });
    assert.equal(status, 200);
    await assertEnded(api, nurse);
    await assertLives(api, await signIn("nurse1", json.password));
  });
});

apiTest("[S15] a session ends a day after it began, however often it is refreshed", async (api) => {
  const { ask, clinic, signIn } = api;
  const { refresh } = await signIn("nurse1", PASSWORDS.nurse);
  let access = "";
  for (let hour = 0; hour < 23; hour += 8) {
    clinic.advance(7.9 * 3_600);
    const { status, json } = await ask("POST", "/api/auth/refresh/", { body: { refresh } });
    assert.equal(status, 200);
    access = json.access;
    assert.equal(await statusOf(api, access), 200);
  }
  clinic.advance(10 * 60);
  const last = await ask("POST", "/api/auth/refresh/", { body: { refresh } });
  assert.equal(last.status, 200);
  clinic.advance(9 * 60); // the day is over, but no access token is 15 minutes old
  const over = await ask("POST", "/api/auth/refresh/", { body: { refresh } });
  assert.equal(over.status, 401);
  assert.equal(over.json.code, "token_expired");
  assert.equal(await statusOf(api, last.json.access), 401);
});

interface Pair {
  readonly access: string;
  readonly refresh: string;
}

async function statusOf({ ask }: TestApi, access: string): Promise<number> {
  return (await ask("GET", "/api/departments/", { headers: bearer(access) })).status;
}

async function assertLives(api: TestApi, { access, refresh }: Pair): Promise<void> {
  assert.equal(await statusOf(api, access), 200);
  assert.equal((await api.ask("POST", "/api/auth/refresh/", { body: { refresh } })).status, 200);
}

async function assertEnded(api: TestApi, { access, refresh }: Pair): Promise<void> {
  const { status, json } = await api.ask("GET", "/api/departments/", { headers: bearer(access) });
  assert.equal(status, 401);
  assert.equal(json.code, "token_invalid");
  assert.equal((await api.ask("POST", "/api/auth/refresh/", { body: { refresh } })).status, 401);
}
