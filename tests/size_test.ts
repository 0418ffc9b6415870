import assert from "node:assert/strict";
import { sourceFiles } from "./support/source/files.ts";

const MOST_LINES = 400;

/** Files that may be longer, each with its reason. */
const LONG_FILES: Readonly<Record<string, string>> = {};

Deno.test("no source file has more than 400 lines", async () => {
  const files = await sourceFiles([".ts", ".tsx", ".css", ".js"]);
  assert.ok(
    files.some((file) => file.path === "tests/size_test.ts"),
    "the search finds this file",
  );
  const long = files.filter((file) => lines(file.text) > MOST_LINES).map((
    file,
  ) => file.path);
  assert.deepEqual(long, Object.keys(LONG_FILES).sort());
});

Deno.test("a line counts once, whether or not the last one is ended", () => {
  assert.equal(lines("a\nb\n"), 2);
  assert.equal(lines("a\nb"), 2);
});

function lines(text: string): number {
  return text.replace(/\n$/, "").split("\n").length;
}
