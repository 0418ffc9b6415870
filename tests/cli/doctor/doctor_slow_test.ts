import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { startProgram } from "@/tests/support/program.ts";
import { dovms, fileDigests, withFolder } from "@/tests/support/cli/dovms.ts";
import { runSql } from "@/tests/support/cli/sql.ts";

const PLAIN = { DOVMS_PAGE_ENCRYPTION: "off" };
const SEED = ["seed", "--patients", "30", "--visits", "40"];

/** The status of each check, by what it is about. */
async function statuses(folder: string, env: Record<string, string> = {}) {
  const { code, out } = await dovms(folder, ["doctor", "--json"], env);
  const { ok, checks } = JSON.parse(out);
  assert.equal(code, ok ? 0 : 1);
  return Object.fromEntries(
    checks.map((check: { about: string; status: string }) => [check.about, check.status]),
  );
}

const WELL = {
  folder: "well",
  rights: "well",
  server: "well",
  schema: "well",
  structure: "well",
  records: "well",
  clock: "well",
};

Deno.test("doctor finds a sound clinic sound, warns of the evaluation key, and changes not a byte", () =>
  withFolder(async (folder) => {
    await dovms(folder, SEED);
    const before = await fileDigests(folder);
    const { code, out, err } = await dovms(folder, ["doctor"]);
    assert.deepEqual([code, err], [0, ""]);
    assert.match(out, /^! The key is an evaluation key.*DOVMS_KEY_FILE/m);
    assert.doesNotMatch(out, /✗/);
    const { disk, ...rest } = await statuses(folder);
    assert.ok(["well", "warning", "unknown"].includes(disk), disk);
    assert.deepEqual(rest, { ...WELL, keys: "warning" });
    assert.deepEqual(await fileDigests(folder), before);
  }));

Deno.test("with a key of the clinic's own doctor has nothing to warn of", () =>
  withFolder(async (folder) => {
    const env = { DOVMS_KEY: btoa("k".repeat(32)) };
    await dovms(folder, SEED, env);
    const { disk: _, ...rest } = await statuses(folder, env);
    assert.deepEqual(rest, { ...WELL, keys: "well" });
  }));

Deno.test("doctor asks a running server, without needing its key", () =>
  withFolder(async (folder) => {
    const env = { DOVMS_KEY: btoa("k".repeat(32)) };
    await dovms(folder, SEED, env);
    await using _program = await startProgram(folder, env);
    const { out } = await dovms(folder, ["doctor"]);
    assert.match(out, /^✓ A server runs, and has the database open$/m);
    const { disk: _, ...rest } = await statuses(folder);
    assert.deepEqual(rest, {
      folder: "well",
      rights: "well",
      server: "well",
      structure: "well",
      records: "well",
      clock: "well",
    });
  }));

Deno.test("where there is nothing doctor says so and makes nothing", () =>
  withFolder(async (folder) => {
    const none = await dovms(folder, ["doctor"]);
    assert.equal(none.code, 1);
    assert.match(none.out, /^✗ There is no data folder .*: is --data right\?\n$/);
    assert.equal(existsSync(join(folder, "data")), false);
    await Deno.mkdir(join(folder, "data"));
    assert.deepEqual(await statuses(folder), { folder: "wrong" });
    assert.deepEqual(await fileDigests(folder), {});
  }));

Deno.test("[R7] [R8] doctor tells a wrong key, a lost key, missing files and another database's keys apart", () =>
  withFolder(async (folder) => {
    const key = { DOVMS_KEY: btoa("k".repeat(32)) };
    await dovms(folder, SEED, key);
    await dovms(folder, [...SEED, "--data", join(folder, "other")], key);
    const says = async (env: Record<string, string>) => (await dovms(folder, ["doctor"], env)).out;

    assert.match(await says({ DOVMS_KEY: btoa("x".repeat(32)) }), /^✗ The keys cannot be had: wrong key/m);
    assert.match(await says({}), /^✗ The keys cannot be had: this database needs its key/m);
    const { keys, database } = {
      keys: join(folder, "data/keys.json"),
      database: join(folder, "data/dovms.db"),
    };
    await Deno.rename(keys, `${keys}.away`);
    assert.match(await says(key), /^✗ .*keys\.json is missing: restore/m);
    await Deno.copyFile(join(folder, "other/keys.json"), keys);
    assert.match(await says(key), /^✗ The database does not open: .*another database's keys/m);
    await Deno.writeTextFile(keys, "{");
    assert.match(await says(key), /^✗ The keys cannot be had: .*damaged/m);
    await Deno.rename(`${keys}.away`, keys);
    await Deno.rename(database, `${database}.away`);
    assert.match(await says(key), /^✗ .*dovms\.db is missing: restore/m);
    assert.equal(existsSync(database), false, "to look is not to make");
  }));

Deno.test("[R5] [R9] [R18] [R33] doctor finds damaged records, a newer schema and a clock behind the data", () =>
  withFolder(async (folder) => {
    await dovms(folder, SEED, PLAIN);
    runSql(folder, "UPDATE patient SET record = zeroblob(300) WHERE id = (SELECT min(id) FROM patient)");
    assert.equal((await statuses(folder)).records, "wrong");
    const { out } = await dovms(folder, ["doctor"]);
    assert.match(out, /^✗ Of a sample of \d+ sealed records 1 do not open/m);

    runSql(folder, "UPDATE audit SET at = '9999-01-01T00:00:00.000Z' WHERE number = 1");
    assert.equal((await statuses(folder)).clock, "wrong");
    runSql(folder, "UPDATE meta SET value = '99' WHERE key = 'schema'");
    assert.match(
      (await dovms(folder, ["doctor"])).out,
      /^✗ The database does not open: .*schema 99.*newer program/m,
    );
  }));

Deno.test("doctor says who else may read the data, and how to change it", {
  ignore: Deno.build.os === "windows",
}, () =>
  withFolder(async (folder) => {
    await dovms(folder, SEED);
    await Deno.chmod(join(folder, "data"), 0o755);
    const { code, out } = await dovms(folder, ["doctor"]);
    assert.equal(code, 0, "a warning");
    assert.match(out, /^! Others on this computer may read \S+data: chmod go= /m);
  }));

Deno.test("doctor shows nobody's data", () =>
  withFolder(async (folder) => {
    await dovms(folder, SEED, PLAIN);
    runSql(folder, "UPDATE audit SET at = 'Lineo Mokoena'");
    const { out, err } = await dovms(folder, ["doctor"]);
    assert.doesNotMatch(`${out}${err}`, /Lineo|Mokoena|\+266|1000\d/);
    assert.equal((await statuses(folder)).clock, "warning");
  }));
