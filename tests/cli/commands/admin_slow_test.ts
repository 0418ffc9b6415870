import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { startProgram } from "@/tests/support/program.ts";
import { dovms, signIn, withFolder } from "@/tests/support/cli/dovms.ts";

const ONE_TIME = /^[a-z]{5}-[a-z]{5}-[a-z]{5}$/m;

Deno.test("admin create makes an administrator, whose one-time password then signs in", () =>
  withFolder(async (folder) => {
    const created = await dovms(folder, [
      "admin",
      "create",
      "--username",
      "mpho",
      "--full-name",
      "Mpho Letsie",
    ]);
    assert.equal(created.code, 0, created.err);
    const password = ONE_TIME.exec(created.out)![0];
    const again = await dovms(folder, ["admin", "create", "--username", "MPHO"]);
    assert.deepEqual([again.code, again.out], [1, "Not done: Somebody else has this username.\n"]);

    await using program = await startProgram(folder);
    assert.doesNotMatch(program.log(), /set-up/, "there is an administrator");
    assert.equal((await signIn(program.url, "mpho", password)).status, 200);
    assert.equal((await signIn(program.url, "mpho", password.toUpperCase())).status, 401);
  }));

Deno.test("admin create takes the password from a file, and refuses a poor one", () =>
  withFolder(async (folder) => {
    const file = join(folder, "password");
    const args = ["admin", "create", "--username", "mpho", "--password-file", file];
    await Deno.writeTextFile(file, "password123\n");
    const poor = await dovms(folder, args);
    assert.deepEqual([poor.code, poor.out], [
      1,
      "Not done: This is one of the commonest passwords there are.\n",
    ]);
    await Deno.writeTextFile(file, "seven blankets drying\n");
    const { code, out } = await dovms(folder, args);
    assert.equal(code, 0);
    assert.ok(!out.includes("seven"), "a password one has chosen is not printed");
  }));

Deno.test("admin reset-password works beside a running server, ends sessions and the old password", () =>
  withFolder(async (folder) => {
    const password = "seven blankets drying";
    await using program = await startProgram(folder, {
      DOVMS_ADMIN_USERNAME: "mpho",
      DOVMS_ADMIN_PASSWORD: password,
    });
    const { access } = await signIn(program.url, "mpho", password);
    assert.equal(await visitsAsked(program.url, access!), 200);

    const reset = await dovms(folder, ["admin", "reset-password", "--username", "Mpho"]);
    assert.equal(reset.code, 0, reset.err);
    assert.equal(await visitsAsked(program.url, access!), 401, "signed out");
    assert.equal((await signIn(program.url, "mpho", password)).status, 401);
    assert.equal((await signIn(program.url, "mpho", ONE_TIME.exec(reset.out)![0])).status, 200);
    assert.ok(!program.log().includes(ONE_TIME.exec(reset.out)![0]), "the server's log does not have it");
  }));

Deno.test("admin reset-password of an unknown username changes nothing", () =>
  withFolder(async (folder) => {
    const { code, out } = await dovms(folder, ["admin", "reset-password", "--username", "nobody"]);
    assert.deepEqual([code, out], [1, "Not done: nobody has the username nobody.\n"]);
  }));

Deno.test("[S21] a fresh install has no account: common pairs do not sign in, and it says how to make the first", () =>
  withFolder(async (folder) => {
    await using program = await startProgram(folder);
    assert.match(program.log(), /Nobody administers this clinic yet/);
    const pairs = [
      "admin admin",
      "admin password",
      "root root",
      "dovms dovms",
      "doctor1 password123",
      "admin changeme",
    ];
    for (const pair of pairs) {
      const [name, password] = pair.split(" ") as [string, string];
      assert.equal((await signIn(program.url, name, password)).status, 401, pair);
    }
  }));

Deno.test("[S21] environment variables make the first administrator, and never a second", () =>
  withFolder(async (folder) => {
    const file = join(folder, "password");
    await Deno.writeTextFile(file, "seven blankets drying\n");
    const first = { DOVMS_ADMIN_USERNAME: "mpho", DOVMS_ADMIN_PASSWORD_FILE: file };
    const second = { DOVMS_ADMIN_USERNAME: "thief", DOVMS_ADMIN_PASSWORD: "eight blankets drying" };
    {
      await using program = await startProgram(folder, first);
      assert.equal((await signIn(program.url, "mpho", "seven blankets drying")).status, 200);
      assert.ok(!program.log().includes("blankets"));
    }
    await using program = await startProgram(folder, second);
    assert.match(program.log(), /There is an administrator already/);
    assert.equal((await signIn(program.url, "thief", "eight blankets drying")).status, 401);
    assert.equal((await signIn(program.url, "mpho", "seven blankets drying")).status, 200);
  }));

Deno.test("a first administrator without a password, or with a poor one, is refused in one line", () =>
  withFolder(async (folder) => {
    const none = await dovms(folder, ["--port", "0"], { DOVMS_ADMIN_USERNAME: "mpho" });
    assert.equal(none.code, 2);
    assert.match(none.err, /^dovms: DOVMS_ADMIN_USERNAME needs DOVMS_ADMIN_PASSWORD or /);
    const env = { DOVMS_ADMIN_USERNAME: "mpho", DOVMS_ADMIN_PASSWORD: "mpho" };
    const poor = await dovms(folder, ["--port", "0"], env);
    assert.equal(poor.code, 2);
    assert.match(poor.err, /^dovms: DOVMS_ADMIN_PASSWORD: A password has at least 8 characters\.\n$/);
    assert.deepEqual([existsSync(join(folder, "data")), existsSync(join(folder, "config"))], [false, false]);
  }));

async function visitsAsked(url: string, access: string): Promise<number> {
  const response = await fetch(`${url}/api/visits/`, { headers: { authorization: `Bearer ${access}` } });
  await response.body?.cancel();
  return response.status;
}
