import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { dovms, withFolder } from "@/tests/support/cli/dovms.ts";

const COMMANDS = [
  "serve",
  "admin create",
  "admin reset-password",
  "doctor",
  "healthcheck",
  "audit verify",
  "openapi",
  "seed",
];

Deno.test("--help lists every command, the first ones needed first", () =>
  withFolder(async (folder) => {
    for (const args of [["--help"], ["-h"], ["help"]]) {
      const { code, out, err } = await dovms(folder, args);
      assert.deepEqual([code, err], [0, ""]);
      const listed = out.split("\n").filter((line) => line.startsWith("  ")).map((line) =>
        line.trim().split("  ")[0]
      );
      assert.deepEqual(listed, COMMANDS);
      assert.match(out, /0 done, 1 not done/);
    }
    assert.equal(existsSync(join(folder, "data")), false);
  }));

Deno.test("each command explains itself, names no secret as a flag, and does nothing", () =>
  withFolder(async (folder) => {
    for (const command of COMMANDS) {
      const { code, out, err } = await dovms(folder, [...command.split(" "), "--help"]);
      assert.deepEqual([code, err], [0, ""], command);
      assert.match(out, new RegExp(`Usage: dovms ${command} \\[options\\]`));
      assert.match(out, /--help/);
      for (const secret of ["--key ", "--database-token", "--admin-password "]) {
        assert.ok(!out.includes(secret), `${command} has ${secret}`);
      }
    }
    assert.equal(existsSync(join(folder, "data")), false);
  }));

Deno.test("--version is the version alone", () =>
  withFolder(async (folder) => {
    const { code, out } = await dovms(folder, ["--version"]);
    assert.equal(code, 0);
    assert.match(out, /^\d+\.\d+\.\d+\n$/);
  }));

Deno.test("an address that others can reach is refused without TLS, and says why", () =>
  withFolder(async (folder) => {
    for (const host of ["0.0.0.0", "::", "192.168.1.5", "clinic.example"]) {
      const { code, err } = await dovms(folder, ["--host", host, "--port", "0"]);
      assert.equal(code, 2);
      assert.match(
        err,
        /can be reached from other machines, and patient data must not cross a network unencrypted/,
      );
      assert.match(err, /--tls-cert and --tls-key, or --behind-proxy/);
    }
    assert.equal(existsSync(join(folder, "data")), false);
  }));
