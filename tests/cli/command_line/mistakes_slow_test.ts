import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { dovms, withFolder } from "@/tests/support/cli/dovms.ts";

const MISTAKES: [args: string[], says: RegExp, env?: Record<string, string>][] = [
  [["--prot", "8000"], /^dovms: Unknown option '--prot'$/],
  [["serve", "--port"], /^dovms: Option '--port <value>' argument missing$/],
  [["--data", "--port", "1"], /^dovms: Option '--data' argument is ambiguous$/],
  [["--port", "seventy"], /^dovms: --port: must be a port, 0–65535$/],
  [["--data="], /^dovms: --data: must not be empty$/],
  [["--time-zone", "Maseru"], /^dovms: --time-zone: must be a time zone/],
  [["--page-encryption", "yes"], /^dovms: --page-encryption: must be on or off$/],
  [["--behind-proxy", "10.0.0.1"], /^dovms: --behind-proxy: must be an address range/],
  [["--cors-origins", "https://a.example/path"], /^dovms: --cors-origins: must be origins/],
  [["--tls-cert", "cert.pem"], /^dovms: --tls-cert and --tls-key go together$/],
  [["--key", "SECRET"], /^dovms: Unknown option '--key'$/],
  [["--key=SECRET"], /^dovms: Unknown option '--key'$/],
  [[], /^dovms: DOVMS_KEY: must be 32 bytes in base64/, { DOVMS_KEY: "SECRET" }],
  [[], /^dovms: DOVMS_PORT: must be a port/, { DOVMS_PORT: "SECRET" }],
  [[], /^dovms: DOVMS_KEY_FILE: there is no file/, { DOVMS_KEY_FILE: "/nowhere/key" }],
  [["frobnicate"], /^dovms: there is no command "frobnicate"\. There are: serve, /],
  [["admin"], /^dovms: there is no command "admin"\./],
  [["serve", "now"], /^dovms: there is no command "serve now"\./],
  [["admin", "create"], /^dovms: --username: /],
  [["admin", "create", "--username", "two words"], /^dovms: --username: may hold letters/],
  [
    ["admin", "create", "--username", "mpho", "--password-file", "/nowhere"],
    /^dovms: --password-file: there is/,
  ],
  [["admin", "reset-password"], /^dovms: --username: is needed$/],
  [["audit", "verify", "--since", "/nowhere"], /^dovms: --since: there is no file/],
  [["seed"], /^dovms: --patients: is needed$/],
  [["seed", "--patients", "many"], /^dovms: --patients: must be a whole number from 1 to 1000000$/],
  [["seed", "--patients", "0"], /^dovms: --patients: must be a whole number/],
  [["seed", "--patients", "1", "--seed", "-1"], /^dovms: .*--seed/],
  [["seed", "--patients", "1", "--until", "2026-02-30"], /^dovms: --until: /],
  [["healthcheck", "--url", "clinic"], /^dovms: --url: must be an http or https address$/],
  [["healthcheck", "--port", "0"], /^dovms: --port 0 is whichever port was free: give --url$/],
];

Deno.test("a mistake is one clear line and exit code 2, repeats no secret and makes nothing", () =>
  withFolder(async (folder) => {
    for (const [args, says, env] of MISTAKES) {
      const { code, out, err } = await dovms(folder, args, env);
      assert.deepEqual([code, out], [2, ""], `${args}: ${err}`);
      assert.equal(err.split("\n").length, 2, `one line: ${err}`);
      assert.match(err.trim(), says);
      assert.ok(!err.includes("SECRET"), err);
      const database = join(folder, "data", "dovms.db");
      assert.equal(existsSync(database), false, `${args} makes a database`);
    }
  }));
