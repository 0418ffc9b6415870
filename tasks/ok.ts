/**
 * `deno task ok`: the quick checks, with their times. `deno task check`, which is `ok types`, runs only the steps whose
 * name begins so. Ends with code 1, and the name of each step that failed, when one did.
 */
import { QUICK_CHECKS, QUICK_TESTS } from "./checks.ts";
import { runStages } from "./steps.ts";

const [prefix = ""] = Deno.args;
const stages = [QUICK_CHECKS, [QUICK_TESTS]].map((stage) =>
  stage.filter(({ name }) => name.startsWith(prefix))
);
const start = performance.now();
const failed = await runStages(stages, console.log);
const seconds = ((performance.now() - start) / 1000).toFixed(1);
console.log(failed.length === 0 ? `ok, ${seconds} s` : `FAILED: ${failed.join(", ")} (${seconds} s)`);
if (failed.length > 0) Deno.exit(1);
