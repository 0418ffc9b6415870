import assert from "node:assert/strict";
import { uncalledExports } from "./exports.ts";
import { readSource } from "./facts.ts";

Deno.test("an export that no other file imports is named, however it is exported", () => {
  const source = `
    export function called() {}
    export const { one, two: [three] } = called(), four = 4;
    export default class {}
    const inner = 1, passed = 2;
    export { inner as outer };
    export { passed } from "./other.ts";`;
  const sources = { "db/a.ts": source, "db/b.ts": 'import { called as mine } from "./a.ts"; mine();' };
  assert.deepEqual(unused(sources), [
    "db/a.ts default",
    "db/a.ts four",
    "db/a.ts one",
    "db/a.ts outer",
    "db/a.ts passed",
    "db/a.ts three",
  ]);
});

const USES = [
  'import { a } from "./a.ts";',
  'import type { a } from "@/db/a.ts";',
  'import { a } from "mapped";',
  'import * as all from "./a.ts";',
  'import { "a" as b } from "./a.ts";',
  'export * from "./a.ts";',
  'type A = import("./a.ts").a.Inner;',
  'const { a } = await import("./a.ts");',
  'const b = (await import("./a.ts")).a;',
  'const all = await import("./a.ts");',
];

for (const use of USES) {
  Deno.test(`\`${use}\` counts as a use`, () => {
    assert.deepEqual(unused({ "db/a.ts": "export const a = 1;", "db/use.ts": use }), []);
  });
}

Deno.test("the import of another name, and of the same name from elsewhere, are no uses", () => {
  const use = 'import { b } from "./a.ts"; import { a } from "./c.ts"; const { c } = await import("./a.ts");';
  const sources = { "db/a.ts": "export const a = 1; export const b = 2;", "db/use.ts": use };
  assert.deepEqual(unused(sources), ["db/a.ts a"]);
});

Deno.test("a type that describes another export needs no importer, one that nothing mentions does", () => {
  const source = `
    export interface Answer { of: Part }
    export type Part = string;
    export interface Lonely { of: Part }
    export class Reader { read(): Answer { return { of: "" } } }
    export function open(): Reader { return new Reader() }`;
  assert.deepEqual(unused({ "db/a.ts": source, "db/b.ts": 'import { open } from "./a.ts"' }), [
    "db/a.ts Lonely",
  ]);
});

Deno.test("what only tests import is named apart; what tests export for tests is not", () => {
  const sources = {
    "db/a.ts": "export const a = 1;",
    "tests/support/help.ts": "export const help = 1;",
    "tests/db/a_test.ts": 'import { a } from "@/db/a.ts"; import { help } from "@/tests/support/help.ts";',
  };
  assert.deepEqual(uncalled(sources), { unused: [], onlyInTests: ["db/a.ts a"] });
});

Deno.test("what Fresh finds by name needs no importer", () => {
  const sources = {
    "routes/patients/index.tsx":
      "export const handler = {}; export default () => null; export const extra = 1;",
    "fresh/mod.ts": "export const App = 1;",
    "main.ts": "export const app = 1; export const other = 2;",
    "db/index.ts": "export const handler = {};",
  };
  assert.deepEqual(unused(sources), [
    "db/index.ts handler",
    "main.ts other",
    "routes/patients/index.tsx extra",
  ]);
});

function unused(sources: Record<string, string>): string[] {
  return uncalled(sources).unused;
}

function uncalled(sources: Record<string, string>) {
  const files = Object.entries(sources).map(([path, text]) => ({ path, facts: readSource(path, text) }));
  return uncalledExports(files, { mapped: "./db/a.ts" });
}
