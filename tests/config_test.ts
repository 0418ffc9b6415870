import assert from "node:assert/strict";
import { join } from "node:path";
import root from "@/deno.json" with { type: "json" };
import tests from "./deno.json" with { type: "json" };

Deno.test("the tests import what the program imports", () => {
  const ofTests: Record<string, string> = tests.imports;
  for (const [name, target] of Object.entries(root.imports)) {
    assert.equal(ofTests[name], target.replace(/^\.\//, "../"), name);
  }
});

Deno.test("the tests are compiled as the program is", () => {
  assert.deepEqual(tests.compilerOptions, root.compilerOptions);
  assert.equal(tests.nodeModulesDir, root.nodeModulesDir);
});

Deno.test("the tests run on the packages that the program runs on", async () => {
  const ofTests = await lock("tests/deno.lock");
  for (const [name, entry] of Object.entries(await lock("deno.lock"))) {
    assert.equal(ofTests[name]?.integrity, entry.integrity, name);
  }
});

Deno.test("no package that only tests need is in the program's lock file", async () => {
  const names = Object.keys(await lock("deno.lock"));
  assert.ok(names.some((name) => name.startsWith("hono@")));
  assert.deepEqual(
    names.filter((name) => /^(playwright|axe-core|ajv|fast-check|@sqld)/.test(name)),
    [],
  );
});

async function lock(path: string): Promise<Record<string, { integrity: string }>> {
  return JSON.parse(
    await Deno.readTextFile(join(import.meta.dirname!, "..", path)),
  ).npm;
}
