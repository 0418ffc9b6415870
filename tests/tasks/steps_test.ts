import assert from "node:assert/strict";
import { runStages, type Step } from "@/tasks/steps.ts";

Deno.test("a step that succeeds is one line with its time and Deno's count", async () => {
  const { failed, lines } = await run([[
    script("count", 'console.log("noise\\nok | 12 passed | 0 failed (3s)")'),
  ]]);
  assert.deepEqual(failed, []);
  assert.match(lines.join("\n"), /^ok +count +\d+\.\d s {2}12 passed \| 0 failed$/);
});

Deno.test("a step that fails is named, with all that it wrote to both outputs", async () => {
  const source = 'console.log("first line"); console.error("second line"); Deno.exit(3)';
  const { failed, lines } = await run([[script("broken", source)]]);
  assert.deepEqual(failed, ["broken"]);
  assert.match(lines.join("\n"), /^FAILED broken [^]*first line\nsecond line/);
});

Deno.test("all steps of a stage run, and none of the next when one failed", async () => {
  const fails = (name: string) => script(name, "Deno.exit(1)");
  const { failed, lines } = await run([[fails("one"), script("two", ""), fails("three")], [
    script("four", ""),
  ]]);
  assert.deepEqual(failed, ["one", "three"]);
  assert.deepEqual(lines.map((line) => /(one|two|three|four)/.exec(line)?.[0]).sort(), [
    "one",
    "three",
    "two",
  ]);
});

Deno.test("stages run one after another", async () => {
  const { failed, lines } = await run([[script("one", "")], [script("two", "")]]);
  assert.deepEqual(failed, []);
  assert.deepEqual(lines.map((line) => /one|two/.exec(line)?.[0]), ["one", "two"]);
});

function script(name: string, source: string): Step {
  return { name, args: ["eval", "--no-config", source] };
}

async function run(stages: Step[][]): Promise<{ failed: string[]; lines: string[] }> {
  const lines: string[] = [];
  const failed = await runStages(stages, (line) => lines.push(line));
  return { failed, lines };
}
