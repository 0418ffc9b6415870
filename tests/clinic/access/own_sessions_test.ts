import assert from "node:assert/strict";
import type { Scope } from "@/clinic/scope.ts";
import { endAllOthers, endOwnSession, listOwnSessions } from "@/clinic/access/own_sessions.ts";
import { signInToConsole } from "@/clinic/access/console_sessions.ts";
import { authenticate, signIn } from "@/clinic/access/sessions.ts";
import { apiTestOnEveryDatabase } from "@/tests/support/api/test_api.ts";
import { PASSWORDS, type TestClinic } from "@/tests/support/clinic.ts";
import { refused } from "@/tests/support/clinic/scopes.ts";

const FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0";

apiTestOnEveryDatabase("one's own sessions", async ({ clinic }, t) => {
  const nurse = { username: "nurse1", password: PASSWORDS.nurse };
  const firstAt = clinic.clinic.now();
  const first = await signedIn(clinic, nurse, FIREFOX);
  clinic.advance(60);
  const second = await signedIn(clinic, nurse, null);
  clinic.advance(60);
  const token = (await signIn(from(clinic, "192.0.2.9"), nurse, "curl/8.5.0")).access;
  const doctor = await signedIn(clinic, { username: "doctor1", password: PASSWORDS.doctor }, FIREFOX);

  await t.step("are listed newest first: which channel, since when, from where and with what", async () => {
    const told = (await listOwnSessions(first)).map(({ kind, source, agent, current }) => [
      kind,
      source,
      agent,
      current,
    ]);
    assert.deepEqual(told, [
      ["api", "192.0.2.9", "curl", false],
      ["console", "192.0.2.1", null, false],
      ["console", "192.0.2.1", "Firefox, Windows", true],
      ["api", "127.0.0.1", null, false], // made with the clinic
    ]);
    const [, , own] = await listOwnSessions(first);
    const late = Date.parse(own!.startedAt) - firstAt.getTime();
    assert.ok(late >= 0 && late < 60_000, `${late}`);
    assert.equal(Date.parse(own!.expiresAt) - Date.parse(own!.startedAt), 86_400_000);
  });

  await t.step("one is ended, and its tokens with it; again it is not there", async () => {
    const [api] = await listOwnSessions(first);
    await endOwnSession(first, { id: api!.id });
    await assert.rejects(authenticate(clinic.clinic, token, "access"), { code: "token_invalid" });
    await refused(endOwnSession(first, { id: api!.id }), "not_found");
    assert.equal((await listOwnSessions(first)).length, 3);
  });

  await t.step("nobody else's is ended, nor told of", async () => {
    const theirs = doctor.actor!.sessionId;
    await refused(endOwnSession(first, { id: theirs }), "not_found");
    assert.ok((await listOwnSessions(first)).every(({ id }) => id !== theirs));
    assert.ok((await listOwnSessions(doctor)).some(({ id, current }) => id === theirs && current));
  });

  await t.step("of two who end the same one at once, one is told that it is gone", async () => {
    const extra = await signedIn(clinic, nurse, null);
    const ask = () => endOwnSession(first, { id: extra.actor!.sessionId });
    const answers = await Promise.allSettled([ask(), ask()]);
    assert.deepEqual(answers.map(({ status }) => status).sort(), ["fulfilled", "rejected"]);
  });

  await t.step("all others end at once, and nobody else's", async () => {
    const before = (await listOwnSessions(doctor)).length;
    assert.deepEqual(await endAllOthers(first), { ended: 2 });
    assert.deepEqual((await listOwnSessions(first)).map(({ current }) => current), [true]);
    assert.deepEqual(await endAllOthers(first), { ended: 0 });
    await refused(endAllOthers(second), "token_invalid");
    assert.equal((await listOwnSessions(doctor)).length, before);
  });

  await t.step("one that has ended by itself is not listed", async () => {
    clinic.advance(25 * 3_600);
    assert.deepEqual(await listOwnSessions(first), []);
  });

  await t.step("nobody who is not signed in has any", async () => {
    const nobody = { ...first, actor: null };
    await refused(listOwnSessions(nobody), "token_missing");
    await refused(endAllOthers(nobody), "token_missing");
    await refused(endOwnSession(nobody, { id: crypto.randomUUID() }), "token_missing");
  });
});

async function signedIn(
  clinic: TestClinic,
  given: { username: string; password: string },
  userAgent: string | null,
): Promise<Scope> {
  const scope = from(clinic, "192.0.2.1");
  const { token } = await signInToConsole(scope, given, userAgent);
  return { ...scope, actor: await authenticate(clinic.clinic, token, "console") };
}

function from({ clinic }: TestClinic, source: string): Scope {
  return { clinic, actor: null, source };
}
