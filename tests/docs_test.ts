import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import config from "@/deno.json" with { type: "json" };
import { sourceFiles } from "./support/source/files.ts";

const ROOT = dirname(import.meta.dirname!);
const ROOMS = "api|cli|clinic|db|docs|fresh|http|islands|routes|static|tasks|tests";

/** A path in backticks that begins with a folder of the project; `db/tables/` and `routes/(open)/sign-in.tsx` alike. */
const PATH = new RegExp(`^(?:${ROOMS})/[\\w.()[\\]/-]*$`);

Deno.test("files and folders that a document names are there", async () => {
  const missing: string[] = [];
  for (const { path, text } of await sourceFiles([".md"])) {
    for (const named of pathsIn(path, text)) {
      if (!existsSync(join(ROOT, named))) missing.push(`${path} names ${named}`);
    }
  }
  assert.deepEqual(missing, []);
});

Deno.test("links and paths are found in a document, addresses and commands are not", () => {
  const text =
    "See `db/writer.ts`, [one](../README.md#top), [two](https://example.org/x.md) and `deno task ok`.";
  assert.deepEqual(pathsIn("docs/STYLE.md", text), ["db/writer.ts", "README.md"]);
});

/** From the project's folder. Links are relative to the document. */
function pathsIn(document: string, text: string): string[] {
  const paths = [...text.matchAll(/`([^`\n]+)`/g)].map(([, code]) => code!).filter((code) =>
    PATH.test(code) && !Object.hasOwn(config.imports, code)
  );
  const links = [...text.matchAll(/\]\(([^)\s#]+)/g)].map(([, target]) => target!)
    .filter((target) => !/^(\w+:|\/)/.test(target));
  return [...paths, ...links.map((target) => join(dirname(document), target))];
}
