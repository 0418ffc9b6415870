import assert from "node:assert/strict";
import { circles } from "./circles.ts";
import { readSource } from "./facts.ts";
import { importGraph } from "./graph.ts";

Deno.test("a circle of values is found, with its whole path", () => {
  const sources = {
    "db/a.ts": 'import { b } from "./b.ts";',
    "db/b.ts": 'import { c } from "@/clinic/c.ts";',
    "clinic/c.ts": 'import { a } from "shared";',
    "db/apart.ts": 'import { a } from "./a.ts";',
  };
  assert.deepEqual(valueCircles(sources), ["clinic/c.ts → db/a.ts → db/b.ts → clinic/c.ts"]);
});

Deno.test("a circle that a type closes is none of values", () => {
  const sources = {
    "a.ts": 'import { b } from "./b.ts";',
    "b.ts": 'import { type A } from "./a.ts"; type Other = import("./a.ts").Other;',
  };
  assert.deepEqual(valueCircles(sources), []);
  assert.deepEqual(allCircles(sources), ["a.ts → b.ts → a.ts"]);
});

Deno.test("re-exports, imports for effect and dynamic imports close circles; the import of a package does not", () => {
  for (const closing of ['export { a } from "./a.ts"', 'import "./a.ts"', 'await import("./a.ts")']) {
    assert.deepEqual(valueCircles({ "a.ts": 'export * from "./b.ts";', "b.ts": closing }).length, 1, closing);
  }
  assert.deepEqual(
    valueCircles({ "a.ts": 'import "./b.ts"; import "hono";', "b.ts": 'import "npm-a";' }),
    [],
  );
});

Deno.test("separate circles are named separately; of circles that share files, the shortest is named", () => {
  const sources = {
    "a.ts": 'import "./b.ts"; import "./long.ts";',
    "b.ts": 'import "./a.ts";',
    "long.ts": 'import "./longer.ts";',
    "longer.ts": 'import "./a.ts";',
    "self.ts": 'import "./self.ts";',
  };
  assert.deepEqual(valueCircles(sources), ["a.ts → b.ts → a.ts", "self.ts → self.ts"]);
});

const IMPORT_MAP = { shared: "./db/a.ts", hono: "npm:hono@4.0.0" };

function valueCircles(sources: Record<string, string>): string[] {
  return circles(importGraph(parse(sources), IMPORT_MAP, ({ typeOnly }) => !typeOnly));
}

function allCircles(sources: Record<string, string>): string[] {
  return circles(importGraph(parse(sources), IMPORT_MAP, () => true));
}

function parse(sources: Record<string, string>) {
  return Object.entries(sources).map(([path, text]) => ({ path, facts: readSource(path, text) }));
}
