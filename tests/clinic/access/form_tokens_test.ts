import { Buffer } from "node:buffer";
import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import {
  authenticateConsole,
  formTokenOf,
  isFormToken,
  signInToConsole,
} from "@/clinic/access/console_sessions.ts";
import { apiTestOnEveryDatabase } from "@/tests/support/api/test_api.ts";
import { PASSWORDS, type TestClinic } from "@/tests/support/clinic.ts";

apiTestOnEveryDatabase("form tokens of the console", async ({ clinic }, t) => {
  const { clinic: opened } = clinic;
  const actor = await actorOf(clinic);
  const other = await actorOf(clinic);

  await t.step("one is good for the session it was made for alone, and no two are alike", () => {
    const [one, again] = [formTokenOf(opened, actor), formTokenOf(opened, actor)];
    assert.notEqual(one, again);
    assert.ok(isFormToken(opened, actor, one) && isFormToken(opened, actor, again));
    assert.ok(!isFormToken(opened, other, one));
  });

  await t.step("the key that signs sign-in tokens makes none", () => {
    const { secret } = opened.store.keys.currentSigningKey;
    for (const text of [actor.sessionId, `dovms form ${actor.sessionId}`]) {
      const digest = createHmac("sha256", secret).update(text).digest();
      const unmasked = Buffer.concat([Buffer.alloc(digest.length), digest]).toString("base64url");
      assert.ok(!isFormToken(opened, actor, unmasked));
    }
  });
});

async function actorOf({ clinic }: TestClinic) {
  const scope = { clinic, actor: null, source: "192.0.2.1" };
  const { token } = await signInToConsole(scope, { username: "nurse1", password: PASSWORDS.nurse });
  return (await authenticateConsole(clinic, token)).actor;
}
