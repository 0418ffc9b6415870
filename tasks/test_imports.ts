/**
 * The first part of `deno task lock`: writes the program's imports and compiler options into tests/deno.json, above
 * what only tests import. Deno fetches all that a lock file names before it starts anything, so test packages have a
 * configuration and a lock of their own.
 */
import { join } from "node:path";
import program from "@/deno.json" with { type: "json" };
import tests from "@/tests/deno.json" with { type: "json" };
import { ROOT } from "./root.ts";

const shared = Object.entries(program.imports).map((
  [name, target],
) => [name, target.replace(/^\.\//, "../")]);
const testOnly = Object.entries(tests.imports).filter(([name]) => !Object.hasOwn(program.imports, name));
const imports = Object.fromEntries([...shared, ...testOnly]);
const { compilerOptions } = program;

await Deno.writeTextFile(
  join(ROOT, "tests/deno.json"),
  JSON.stringify({ ...tests, imports, compilerOptions }, null, 2),
);
