import assert from "node:assert/strict";
import { join } from "node:path";
import { dovms, withFolder } from "@/tests/support/cli/dovms.ts";
import { runSql } from "@/tests/support/cli/sql.ts";

/** A clinic with a chain of some entries, the oldest, and shorter ones after it; gives the oldest chain's id. */
async function withHistory(folder: string): Promise<string> {
  const plain = { DOVMS_PAGE_ENCRYPTION: "off" };
  const args = ["seed", "--patients", "300", "--visits", "500", "--until", "2026-01-31"];
  assert.equal((await dovms(folder, args, plain)).code, 0);
  assert.equal((await dovms(folder, ["admin", "create", "--username", "mpho"])).code, 0);
  assert.equal((await dovms(folder, ["admin", "reset-password", "--username", "mpho"])).code, 0);
  const [oldest] = runSql(folder, "SELECT chain FROM audit GROUP BY chain ORDER BY count(*) DESC LIMIT 1");
  return oldest![0] as string;
}

async function verify(folder: string, ...args: string[]) {
  const { code, out, err } = await dovms(folder, ["audit", "verify", ...args]);
  return { code, out, err };
}

async function findings(folder: string, ...args: string[]) {
  const { code, out } = await verify(folder, "--json", ...args);
  const { ok, findings } = JSON.parse(out);
  assert.deepEqual([ok, code], findings.length === 0 ? [true, 0] : [false, 1]);
  return findings;
}

/** Runs a test on a clinic with a history and the id of its oldest chain. */
function onHistory(name: string, test: (folder: string, chain: string) => Promise<void>): void {
  Deno.test(name, () => withFolder(async (folder) => test(folder, await withHistory(folder))));
}

onHistory("[S49] an audit that nobody touched is found whole, again and again", async (folder) => {
  for (let time = 0; time < 3; time++) {
    const { code, out } = await verify(folder);
    assert.equal(code, 0);
    assert.match(out, /^The audit is whole: \d+ entries in \d+ chains, each as it was written\.\n$/);
  }
});

const EDITS: [column: string, sql: string][] = [
  ["action", "action = 'patient.read'"],
  ["outcome", "outcome = 'refused'"],
  ["at", "at = '2020-01-01T00:00:00.000Z'"],
  ["actor", "actor = '0198c5a0-0000-7000-8000-000000000000'"],
  ["source", "source = '192.0.2.1'"],
  ["subjects", `subjects = '{"rows":[]}'`],
  ["mac", "mac = zeroblob(32)"],
];

onHistory(
  "[S49] an edited entry is named, whichever column it was, and no other is",
  async (folder, chain) => {
    for (const [column, sql] of EDITS) {
      const kept = runSql(
        folder,
        `SELECT quote(${column}) FROM audit WHERE chain = '${chain}' AND number = 5`,
      );
      runSql(folder, `UPDATE audit SET ${sql} WHERE chain = '${chain}' AND number = 5`);
      const found = await findings(folder);
      assert.deepEqual(found.map(({ kind, chain, number }: Finding) => [kind, chain, number]), [[
        "edited",
        chain,
        5,
      ]]);
      runSql(folder, `UPDATE audit SET ${column} = ${kept[0]![0]} WHERE chain = '${chain}' AND number = 5`);
    }
    assert.deepEqual(await findings(folder), []);
  },
);

onHistory(
  "[S49] a finding is a plain sentence, and never quotes what somebody wrote there",
  async (folder, chain) => {
    runSql(
      folder,
      `UPDATE audit SET action = 'Lineo Mokoena', at = '\u001b[2J' WHERE chain = '${chain}' AND number = 5`,
    );
    const { code, out, err } = await verify(folder);
    assert.equal(code, 1);
    assert.match(out, new RegExp(`  edited: entry 5 of chain ${chain} \\(no time, no action\\)\n`));
    for (const text of ["Lineo", "\u001b[2J"]) assert.ok(!`${out}${err}`.includes(text), text);
  },
);

onHistory("[S49] entries removed from the middle are named by number and time", async (folder, chain) => {
  const times = runSql(
    folder,
    `SELECT at FROM audit WHERE chain = '${chain}' AND number IN (3, 6) ORDER BY number`,
  );
  runSql(folder, `DELETE FROM audit WHERE chain = '${chain}' AND number IN (4, 5)`);
  const [after, before] = times.flat();
  assert.deepEqual(await findings(folder), [{ kind: "missing", chain, from: 4, to: 5, after, before }]);
  assert.match(
    (await verify(folder)).out,
    new RegExp(`missing: entries 4–5 of chain ${chain} \\(written between ${after} and ${before}\\)`),
  );
});

onHistory(
  "[S49] a removed entry shows although those after it were given its number",
  async (folder, chain) => {
    runSql(
      folder,
      `DELETE FROM audit WHERE chain = '${chain}' AND number = 4`,
      `UPDATE audit SET number = -number WHERE chain = '${chain}' AND number > 4`,
      `UPDATE audit SET number = -number - 1 WHERE chain = '${chain}' AND number < 0`,
    );
    const kinds = (await findings(folder)).map(({ kind }: Finding) => kind);
    assert.ok(kinds.includes("edited") || kinds.includes("moved"), `${kinds}`);
  },
);

for (const [one, other] of [[4, 5], [3, 8]]) {
  onHistory(
    `[S49] entries ${one} and ${other} that changed places are both named, and no other is`,
    async (folder, chain) => {
      runSql(
        folder,
        `UPDATE audit SET number = -1 WHERE chain = '${chain}' AND number = ${one}`,
        `UPDATE audit SET number = ${one} WHERE chain = '${chain}' AND number = ${other}`,
        `UPDATE audit SET number = ${other} WHERE chain = '${chain}' AND number = -1`,
      );
      const found = await findings(folder);
      assert.deepEqual(
        found.map(({ kind, number, standsAt }: Finding) => [kind, number, standsAt]),
        [["moved", other, one], ["moved", one, other]],
      );
      assert.match((await verify(folder)).out, new RegExp(`reordered: entry ${other} of chain ${chain}`));
    },
  );
}

onHistory(
  "[S49] that the end of an older chain was cut off, the chains after it show",
  async (folder, chain) => {
    const [last] = runSql(folder, `SELECT max(number) FROM audit WHERE chain = '${chain}'`)
      .flat() as number[];
    runSql(folder, `DELETE FROM audit WHERE chain = '${chain}' AND number > ${last! - 2}`);
    const [found, ...more] = await findings(folder);
    assert.deepEqual(more, []);
    assert.deepEqual([found.kind, found.chain, found.from, found.to], ["missing", chain, last! - 1, last]);
  },
);

for (const listed of [true, false]) {
  const how = listed ? "which the list of chains still has" : "from the list of chains, too";
  onHistory(`[S49] a whole chain removed, ${how}, is found missing`, async (folder, chain) => {
    const [last] = runSql(folder, `SELECT max(number) FROM audit WHERE chain = '${chain}'`).flat();
    runSql(folder, `DELETE FROM audit WHERE chain = '${chain}'`);
    if (!listed) runSql(folder, `DELETE FROM audit_chain WHERE chain = '${chain}'`);
    assert.deepEqual(await findings(folder), [{ kind: "chain_missing", chain, known: last }]);
    assert.match(
      (await verify(folder)).out,
      new RegExp(`missing: all of chain ${chain}, which had ${last} or more`),
    );
  });
}

onHistory("[S49] a chain removed from the list of chains alone is named", async (folder, chain) => {
  runSql(folder, `DELETE FROM audit_chain WHERE chain = '${chain}'`);
  assert.deepEqual(await findings(folder), [{ kind: "chain_unlisted", chain }]);
});

onHistory(
  "[S49] that the newest chain was cut short, a report stored elsewhere shows",
  async (folder) => {
    const kept = join(folder, "kept.json");
    const report = await verify(folder, "--json");
    await Deno.writeTextFile(kept, report.out);
    const own = JSON.parse(report.out).heads;
    assert.deepEqual(await findings(folder, "--since", kept), []);

    const [newest] = runSql(folder, "SELECT chain FROM audit ORDER BY at DESC LIMIT 1").flat() as string[];
    runSql(
      folder,
      `DELETE FROM audit WHERE chain = '${newest}'`,
      `DELETE FROM audit_chain WHERE chain = '${newest}'`,
    );
    assert.deepEqual(await findings(folder), [], "nothing inside the database remembers it");

    const victim = own.find(({ number }: { number: number }) => number > 1);
    runSql(folder, `DELETE FROM audit WHERE chain = '${victim.chain}' AND number = ${victim.number}`);
    const found = await findings(folder, "--since", kept);
    assert.ok(found.some(({ kind, chain }: Finding) => kind === "missing" && chain === victim.chain));
  },
);

interface Finding {
  readonly kind: string;
  readonly chain: string;
  readonly number: number;
  readonly standsAt?: number;
}
