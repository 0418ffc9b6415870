import assert from "node:assert/strict";
import { PASSWORDS } from "@/tests/support/clinic.ts";
import { apiTest, bearer, statusAndErrors } from "@/tests/support/api/test_api.ts";

apiTest("passwords of one's own choice", async (api, t) => {
  const { ask, addStaffMember, signIn } = api;
  const login = (username: string, password: string) =>
    ask("POST", "/api/auth/login/", { body: { username, password } });

  await t.step("[S18] a short, common or known password is refused", async () => {
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

  await t.step("[S19] long passwords, with spaces and in any script, are stored whole", async () => {
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
