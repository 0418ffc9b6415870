import assert from "node:assert/strict";
import { until } from "./until.ts";

Deno.test("until gives what the condition gave once it was neither false nor undefined", async () => {
  const answers = [false, undefined, 0, 7];
  assert.equal(await until(() => answers.shift(), "an answer"), 0);
  assert.deepEqual(answers, [7]);
});

Deno.test("until passes on what the condition throws", async () => {
  await assert.rejects(until(() => Promise.reject(new RangeError("ended")), "an answer"), RangeError);
});
