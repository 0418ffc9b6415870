import assert from "node:assert/strict";
import { PASSWORDS } from "@/tests/support/clinic.ts";
import { apiTest, statusAndErrors, type TestApi } from "@/tests/support/api/test_api.ts";

apiTest("signing in", async (api, t) => {
  const { ask, clinic, addStaffMember, signIn } = api;
  const login = (username: string, password: string) =>
    ask("POST", "/api/auth/login/", { body: { username, password } });

  await t.step(
    "[S16] an unknown user, a wrong password and an inactive user get the same answer",
    async () => {
      const gone = await addStaffMember("gone1", "nurse");
      await ask("PUT", `/api/staff/${gone}/`, { as: "admin", body: { active: false } });
      const answers = [
        await login("nobody", "initial-pass"),
        await login("nurse1", "initial-pass"),
        await login("gone1", "initial-pass"),
      ];
      const told = answers.map(({ status, json, headers }) => {
        const same = [...headers].filter(([name]) => name !== "x-request-id" && name !== "date");
        return JSON.stringify([status, { ...json, instance: "" }, same]);
      });
      assert.equal(new Set(told).size, 1);
      assert.equal(answers[0]!.status, 401);
      assert.equal(answers[0]!.json.code, "invalid_credentials");
    },
  );

  await t.step("[S16] an unknown user takes the same time as a wrong password", async () => {
    const unknown: number[] = [], wrong: number[] = [];
    for (let round = 0; round < 9; round++) { // in turns, so that a busy machine slows both
      unknown.push(await taking(() => login(`nobody${round}`, "initial-pass")));
      wrong.push(await taking(() => login("nurse1", "initial-pass")));
    }
    const ratio = median(unknown) / median(wrong);
    assert.ok(ratio > 1 / 3 && ratio < 3, `${median(unknown)} ms against ${median(wrong)} ms`);
  });

  await t.step("a username is recognised in any case and any Unicode form", async () => {
    for (const username of ["NURSE1", "Nurse1", "ｎurse1"]) await signIn(username, PASSWORDS.nurse);
    for (const username of ["nurse1 ", "nurse", "nurse1\u0000"]) {
      assert.equal((await login(username, PASSWORDS.nurse)).status, 401);
    }
    assert.equal(statusAndErrors(await login("", "x")), "400 username:too_short");
  });

  await t.step("[S20] stored passwords are hashed by Argon2id with at least 19 MiB and 2 passes", () => {
    const hashes = [...clinic.clinic.store.directory.staff.values()].map((person) => person.password_hash);
    for (const hash of hashes) {
      const [, memory, passes] = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=1\$[\w+/]{22}\$[\w+/]{43}$/.exec(
        hash,
      )!;
      assert.ok(Number(memory) >= 19_456 && Number(passes) >= 2);
    }
    assert.equal(new Set(hashes.map((hash) => hash.split("$")[4])).size, hashes.length, "a salt each");
  });
});

async function taking(work: () => ReturnType<TestApi["ask"]>): Promise<number> {
  const start = performance.now();
  assert.equal((await work()).status, 401);
  return performance.now() - start;
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!;
}
