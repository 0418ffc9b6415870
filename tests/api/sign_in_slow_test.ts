import assert from "node:assert/strict";
import { PASSWORDS } from "@/tests/support/clinic.ts";
import { apiTest, bearer, statusAndErrors, type TestApi } from "@/tests/support/api/test_api.ts";

apiTest("signing in and passwords", async (api, t) => {
  const { ask, clinic, addStaffMember, signIn } = api;
  const login = (username: string, password: string) =>
    ask("POST", "/api/auth/login/", { body: { username, password } });

  await t.step("[S16] unknown, wrong and inactive are told the same", async () => {
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
  });

  await t.step("[S16] unknown and wrong take the same work", async () => {
    const unknown: number[] = [], wrong: number[] = [];
    for (let round = 0; round < 9; round++) { // in turns, so that a busy machine slows both
      unknown.push(await taking(() => login(`nobody${round}`, "initial-pass")));
      wrong.push(await taking(() => login("nurse1", "initial-pass")));
    }
    const ratio = median(unknown) / median(wrong);
    assert.ok(ratio > 1 / 3 && ratio < 3, `${median(unknown)} ms against ${median(wrong)} ms`);
  });

  await t.step("a username is known in any case and Unicode spelling", async () => {
    for (const username of ["NURSE1", "Nurse1", "ｎurse1"]) await signIn(username, PASSWORDS.nurse);
    for (const username of ["nurse1 ", "nurse", "nurse1\u0000"]) {
      assert.equal((await login(username, PASSWORDS.nurse)).status, 401);
    }
    assert.equal(statusAndErrors(await login("", "x")), "400 username:too_short");
  });

  await t.step("[S20] what is stored is Argon2id, 19 MiB and 2 passes or better", () => {
    const hashes = [...clinic.clinic.store.directory.staff.values()].map((person) => person.password_hash);
    for (const hash of hashes) {
      const [, memory, passes] = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=1\$[\w+/]{22}\$[\w+/]{43}$/.exec(
        hash,
      )!;
      assert.ok(Number(memory) >= 19_456 && Number(passes) >= 2);
    }
    assert.equal(new Set(hashes.map((hash) => hash.split("$")[4])).size, hashes.length, "a salt each");
  });

  await t.step("[S18] a password one chooses is no short, common or known one", async () => {
    const headers = bearer((await signIn("doctor1", PASSWORDS.doctor)).access);
    const choose = (chosen: string) =>
      ask("POST", "/api/auth/password/", { headers, body: { current: PASSWORDS.doctor, new: chosen } });
    const refused: [string, string][] = [
      ["short 7", "too_short"],
      ["🔒🔒🔒🔒🔒🔒🔒", "too_short"],
      ["password1", "too_common"],
      ["PASSWORD1", "too_common"],
      ["iloveyou1", "too_common"],
      ["Dr. Thabo", "a_name"],
      ["dr-thabo", "a_name"],
      [PASSWORDS.doctor, "unchanged"],
    ];
    for (const [chosen, code] of refused) {
      assert.equal(statusAndErrors(await choose(chosen)), `400 new:${code}`, chosen);
    }
    const wrong = await ask("POST", "/api/auth/password/", {
      headers,
      body: { current: "x", new: "seven blankets drying" },
    });
    assert.equal(statusAndErrors(wrong), "400 current:wrong_password");
    assert.doesNotMatch(wrong.text, /blankets/);
    await signIn("doctor1", PASSWORDS.doctor); // nothing was changed
  });

  await t.step("[S19] long ones, with spaces and any script, are kept whole", async () => {
    await addStaffMember("chooser", "nurse");
    let current = "initial-pass";
    const chosen = [
      "a".repeat(64) + " and no more",
      "  spaces around it  ",
      "Ke leboha haholo 🩺 ñ",
      "ю".repeat(200),
    ];
    for (const next of chosen) {
      const headers = bearer((await signIn("chooser", current)).access);
      const { status, text } = await ask("POST", "/api/auth/password/", {
        headers,
        body: { current, new: next },
      });
      assert.equal(status, 200, text);
      assert.equal((await login("chooser", next.slice(0, -1))).status, 401);
      current = next;
    }
    assert.equal((await login("chooser", current.toUpperCase())).status, 401);
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
