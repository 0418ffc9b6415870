import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { dovms, withFolder } from "@/tests/support/cli/dovms.ts";
import { startProgram } from "@/tests/support/program.ts";

Deno.test("a killed server leaves nothing that stops commands or the next start", () =>
  withFolder(async (folder) => {
    const killed = await startProgram(folder);
    assert.notEqual(await killed.stop("SIGKILL"), 0);
    assert.ok(existsSync(join(folder, "data", "server.json")), "it could not remove it");
    assert.equal((await dovms(folder, ["admin", "create", "--username", "mpho"])).code, 0);
    await using program = await startProgram(folder);
    assert.equal((await fetch(`${program.url}/readyz`)).status, 200);
    assert.equal((await dovms(folder, ["audit", "verify"])).code, 0);
  }));

Deno.test("a server.json cut off in the middle counts as none", () =>
  withFolder(async (folder) => {
    await dovms(folder, ["admin", "create", "--username", "mpho"]);
    await Deno.writeTextFile(join(folder, "data", "server.json"), '{"pid":1,');
    assert.equal((await dovms(folder, ["audit", "verify"])).code, 0);
  }));

Deno.test("the control port answers nobody without the secret of this start", () =>
  withFolder(async (folder) => {
    await using _program = await startProgram(folder);
    const { port } = JSON.parse(await Deno.readTextFile(join(folder, "data", "server.json")));
    const body = JSON.stringify({ name: "admin create", input: { username: "thief", full_name: "thief" } });
    const attempts: Record<string, string>[] = [{}, { authorization: "Bearer " }, {
      authorization: "Bearer x",
    }];
    for (const headers of attempts) {
      const response = await fetch(`http://127.0.0.1:${port}/`, { method: "POST", headers, body });
      assert.deepEqual([response.status, await response.text()], [403, ""]);
    }
  }));
