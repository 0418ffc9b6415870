import assert from "node:assert/strict";
import { missingPaths } from "./document_paths.ts";

const PATHS = [
  "README.md",
  "clinic/verb.ts",
  "docs/MAP.md",
  "docs/figures/search.svg",
  "routes/(desk)/[id].tsx",
];

const EXISTING = [
  "`clinic/verb.ts`, `verb.ts`, `clinic/`, `routes/(desk)/`, `(desk)/[id].tsx`, `README.md`",
  "[map](MAP.md), [part](MAP.md#part), ![plot](figures/search.svg), [up](../README.md), [folder](../clinic/)",
  "[elsewhere](https://example.org/a.ts), [a section](#section)",
  "`/api/visits/`, `application/json`, `deno task ok`, `writer.drop()`, `a/b`, `*_test.ts`, `db/…`, `node:fs`",
  "`keys.json`, `_fresh/server.js`, `dist/`, `./name.ts`, `@/folder/name.ts`, `../`",
  "```\n`old/gone.ts`\n```",
];

for (const text of EXISTING) {
  Deno.test(`a document may name ${JSON.stringify(text)}`, () => {
    assert.deepEqual(missingPaths("docs/MAP.md", text, PATHS), []);
  });
}

const MISSING = [
  ["`clinic/gone.ts`", "clinic/gone.ts"],
  ["`gone.ts`", "gone.ts"],
  ["`inic/verb.ts`", "inic/verb.ts"],
  ["`desk/`", "desk/"],
  ["`(desk)/visits/`", "(desk)/visits/"],
  ["[map](docs/MAP.md)", "docs/MAP.md"],
  ["![plot](figures/gone.svg)", "figures/gone.svg"],
  ["after ```\ncode\n``` comes\n```\ncode\n```\n`gone.md`", "gone.md"],
] as const;

for (const [text, path] of MISSING) {
  Deno.test(`${path} is found missing in ${JSON.stringify(text)}`, () => {
    assert.deepEqual(missingPaths("docs/MAP.md", text, PATHS), [path]);
  });
}
