import assert from "node:assert/strict";
import { dirname, join } from "node:path";
import { joinThreats } from "@/tasks/security.ts";
import { ROOT } from "@/tests/support/source/files.ts";

// Put together here, because the project's own tests are searched for such numbers too.
const named = (...numbers: string[]) => numbers.map((number) => `Deno.test("a [${number}]")`).join("\n");

Deno.test("threats are joined with the tests that name them; those without a test and unknown numbers show", async () => {
  const table = await joinInvented({
    "docs/THREATS.md":
      "| no. | tried |\n|---|---|\n| S1  | a |\n| **S2** | b, like S9 |\n\n- R1: power\n- `R10` disk\n- R1: again\n",
    "tests/api/a_test.ts": named("S1", "R10", "S77"),
    "tests/page_test.tsx": named("S1", "R10", "R8"),
    "tests/support/helper.ts": named("S2"),
  });
  assert.deepEqual(table.rows, [
    { number: "S1", tests: ["tests/api/a_test.ts", "tests/page_test.tsx"] },
    { number: "S2", tests: [] },
    { number: "R1", tests: [] },
    { number: "R10", tests: ["tests/api/a_test.ts", "tests/page_test.tsx"] },
  ]);
  assert.deepEqual(table.unknown, [
    { number: "S77", tests: ["tests/api/a_test.ts"] },
    { number: "R8", tests: ["tests/page_test.tsx"] },
  ]);
});

Deno.test("a document without numbered lines is refused", async () => {
  await assert.rejects(joinInvented({ "docs/THREATS.md": "S1 in prose", "tests/a_test.ts": "" }), /no line/);
});

Deno.test("every number that a test names is in docs/THREATS.md", async () => {
  assert.deepEqual((await joinThreats(ROOT)).unknown, []);
});

async function joinInvented(files: Record<string, string>) {
  const folder = await Deno.makeTempDir();
  try {
    for (const [path, text] of Object.entries(files)) {
      await Deno.mkdir(dirname(join(folder, path)), { recursive: true });
      await Deno.writeTextFile(join(folder, path), text);
    }
    return await joinThreats(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}
