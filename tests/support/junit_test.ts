import assert from "node:assert/strict";
import { join } from "node:path";
import { countTests } from "./junit.ts";

const TESTS = `
Deno.test("passes", () => {});
Deno.test("more > than a step", () => {});
Deno.test("fails", () => { throw new Error('a </testcase> <skipped/> in "text"'); });
Deno.test.ignore("left out < & >", () => {});
Deno.test("has steps", async (t) => {
  await t.step("good", () => {});
  await t.step({ name: "left out", ignore: true, fn() {} });
  await t.step("bad", () => { throw new Error("no"); });
});
`;

Deno.test("what `deno test` reports is counted by tests, not by steps", async () => {
  const outcome = countTests(await report(TESTS));
  assert.deepEqual(outcome, {
    passed: 2,
    failed: 2,
    ignored: ["left out < & >", "has steps > left out"],
  });
});

Deno.test("a report with no tests counts none", async () => {
  assert.deepEqual(countTests(await report("")), {
    passed: 0,
    failed: 0,
    ignored: [],
  });
});

async function report(tests: string): Promise<string> {
  const folder = await Deno.makeTempDir();
  await Deno.writeTextFile(join(folder, "some_test.ts"), tests);
  const args = [
    "test",
    "--no-config",
    "--no-lock",
    "--no-check",
    "--permit-no-files",
    "--junit-path",
    "report.xml",
    "some_test.ts",
  ];
  await new Deno.Command(Deno.execPath(), { args, cwd: folder }).output();
  const text = await Deno.readTextFile(join(folder, "report.xml"));
  await Deno.remove(folder, { recursive: true });
  return text;
}
