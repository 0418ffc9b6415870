import assert from "node:assert/strict";
import { startProgram } from "@/tests/support/program.ts";
import { dovms, withFolder } from "@/tests/support/cli/dovms.ts";

Deno.test("openapi prints what a server serves, and needs none", () =>
  withFolder(async (folder) => {
    const { code, out, err } = await dovms(folder, ["openapi"], { DOVMS_DATA: "/nowhere" });
    assert.deepEqual([code, err], [0, ""]);
    const printed = JSON.parse(out);
    assert.match(printed.openapi, /^3\.1/);
    await using program = await startProgram(folder);
    assert.deepEqual(await (await fetch(`${program.url}/api/openapi.json`)).json(), printed);
  }));
