import assert from "node:assert/strict";
import { missingPaths } from "./support/source/document_paths.ts";
import { projectPaths, sourceFiles } from "./support/source/files.ts";

Deno.test("the documents name only files and folders that exist", async () => {
  const paths = await projectPaths();
  const documents = await sourceFiles([".md"]);
  assert.ok(documents.some(({ path }) => path === "docs/ARCHITECTURE.md"), "the search finds the documents");
  const missing = documents.flatMap(({ path, text }) =>
    missingPaths(path, text, paths).map((name) => `${path} names ${name}`)
  );
  assert.deepEqual(missing, []);
});
