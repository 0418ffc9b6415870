import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { type CommandResult, dovms, fileDigests, withFolder } from "@/tests/support/cli/dovms.ts";
import { runSql } from "@/tests/support/cli/sql.ts";

const KEY = { DOVMS_KEY: btoa("k".repeat(32)) };
const COMMANDS = [
  ["serve", "--port", "0"],
  ["admin", "create", "--username", "mpho"],
  ["admin", "reset-password", "--username", "mpho"],
  ["audit", "verify"],
  ["seed", "--patients", "3", "--add"],
];

/** Every command on the database refuses, in one line and with exit code 1, and not a byte changes. */
async function allRefuse(folder: string, env: Record<string, string>, message: RegExp): Promise<void> {
  const before = await fileDigests(join(folder, "data"));
  for (const args of COMMANDS) {
    const result: CommandResult = await dovms(folder, args, env);
    assert.deepEqual([result.code, result.out], [1, ""], `${args}: ${result.err}`);
    assert.match(result.err, message);
    assert.equal(result.err.split("\n").length, 2, result.err);
    assert.deepEqual(await fileDigests(join(folder, "data")), before, `${args} wrote`);
  }
}

function onSeeded(name: string, env: Record<string, string>, test: (folder: string) => Promise<void>): void {
  Deno.test(name, () =>
    withFolder(async (folder) => {
      assert.equal((await dovms(folder, ["seed", "--patients", "20"], env)).code, 0);
      await test(folder);
    }));
}

onSeeded(
  "[R7] a wrong key opens nothing and writes nothing",
  KEY,
  (folder) =>
    allRefuse(folder, { DOVMS_KEY: btoa("x".repeat(32)) }, /^dovms: wrong key: .* Nothing was changed\.$/m),
);

onSeeded(
  "[R8] without its key a database says that it needs one",
  KEY,
  (folder) =>
    allRefuse(folder, {}, /^dovms: this database needs its key: give DOVMS_KEY or DOVMS_KEY_FILE$/m),
);

onSeeded(
  "[R8] on another computer a copy of the evaluation key opens the data folder",
  {},
  async (folder) => {
    const keys = join(folder, "config", "dovms");
    const [{ name }] = [...Deno.readDirSync(keys)] as [Deno.DirEntry];
    const copy = join(folder, "stick.key");
    await Deno.rename(join(keys, name), copy);
    const verified = await dovms(folder, ["audit", "verify", "--key-file", copy]);
    assert.equal(verified.code, 0, verified.err);
    const elsewhere = await dovms(folder, ["audit", "verify"], { DOVMS_KEY: btoa("x".repeat(32)) });
    assert.deepEqual([elsewhere.code, elsewhere.out], [1, ""]);
  },
);

onSeeded("[R8] a lost evaluation key: the message names the place where it was", {}, async (folder) => {
  await Deno.remove(join(folder, "config"), { recursive: true });
  await allRefuse(
    folder,
    {},
    /^dovms: the evaluation key is not at \S+config\/dovms\/\S+\.key: put it back/m,
  );
  assert.equal(existsSync(join(folder, "config")), false, "no new one is made");
});

for (const pages of ["on", "off"]) {
  const env = { ...KEY, DOVMS_PAGE_ENCRYPTION: pages };
  onSeeded(`another database's keys.json is refused (page encryption ${pages})`, env, async (folder) => {
    const other = join(folder, "other");
    await dovms(folder, ["seed", "--patients", "1", "--data", other], env);
    await Deno.copyFile(join(other, "keys.json"), join(folder, "data", "keys.json"));
    await allRefuse(folder, KEY, /^dovms: .*another database's keys.*Nothing was changed\.$/m);
  });
}

onSeeded("a missing keys.json is reported, never replaced by a new one", KEY, async (folder) => {
  await Deno.remove(join(folder, "data", "keys.json"));
  await allRefuse(folder, KEY, /^dovms: \S+keys\.json is missing, .* restore both from a backup$/m);
});

onSeeded("a missing database is reported, never replaced by a new one", KEY, async (folder) => {
  await Deno.remove(join(folder, "data", "dovms.db"));
  await allRefuse(folder, KEY, /^dovms: \S+dovms\.db is missing: restore it from a backup/m);
});

onSeeded(
  "[R18] a newer schema is refused by an older program",
  { ...KEY, DOVMS_PAGE_ENCRYPTION: "off" },
  async (folder) => {
    runSql(folder, "UPDATE meta SET value = '99' WHERE key = 'schema'");
    await allRefuse(
      folder,
      KEY,
      /^dovms: the database has schema 99, .* use the newer program\. Nothing was changed\.$/m,
    );
  },
);

onSeeded("[R5] a file that is no database is refused", KEY, async (folder) => {
  await Deno.writeTextFile(join(folder, "data", "dovms.db"), "no database ".repeat(2_000));
  await allRefuse(folder, KEY, /^dovms: the database file cannot be read: it is damaged/m);
});
