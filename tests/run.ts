/**
 * `deno task test`: every check of the project, one after another. The last line is `N passed, N failed`, where each
 * check beside the tests (format, lint …) counts as one. Ends with code 1 when anything failed.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { ALL_TESTS, QUICK_CHECKS } from "@/tasks/checks.ts";
import { ROOT } from "@/tasks/root.ts";
import type { Step } from "@/tasks/steps.ts";
import { installChromium } from "./support/install_chromium.ts";
import { countTests, type Outcome } from "./support/junit.ts";
import { sqldAvailable, sqldPath } from "./support/sqld.ts";

async function runAll(): Promise<Outcome> {
  const outcomes = [await timed("browser", installChromium), await timed("libSQL server", fetchSqld)];
  for (const check of QUICK_CHECKS) outcomes.push(await step(check));
  outcomes.push(await tests());
  outcomes.push(await step({ name: "compile", args: ["task", "compile:check"] }));
  return outcomes.reduce(add);
}

function step({ name, args }: Step): Promise<Outcome> {
  return timed(name, () => deno(args));
}

async function timed(name: string, work: () => Promise<boolean>): Promise<Outcome> {
  console.log(`\n== ${name}`);
  const start = performance.now();
  const succeeded = await work();
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`== ${name}: ${succeeded ? "ok" : "FAILED"} (${seconds} s)`);
  return succeeded ? { passed: 1, failed: 0, ignored: [] } : { passed: 0, failed: 1, ignored: [] };
}

/** Runs this same Deno: there may be none on the PATH. */
async function deno(args: readonly string[]): Promise<boolean> {
  const command = new Deno.Command(Deno.execPath(), { args: [...args], cwd: ROOT, stdin: "null" });
  return (await command.spawn().status).success;
}

async function fetchSqld(): Promise<boolean> {
  console.log(sqldAvailable ? await sqldPath() : "There is none for this system, so its tests are left out.");
  return true;
}

async function tests(): Promise<Outcome> {
  const folder = await Deno.makeTempDir({ prefix: "dovms-tests-" });
  const report = join(folder, "report.xml");
  const run = await step({ ...ALL_TESTS, args: [...ALL_TESTS.args, "--junit-path", report] });
  const counted = countTests(existsSync(report) ? await Deno.readTextFile(report) : "");
  await Deno.remove(folder, { recursive: true });
  return withRun(counted, run);
}

/** A run can fail though no test did (a file that does not load), and a run of no tests is no success. */
function withRun(counted: Outcome, run: Outcome): Outcome {
  const unexplained = run.failed > 0 && counted.failed === 0;
  const empty = counted.passed + counted.failed === 0;
  return unexplained || empty ? { ...counted, failed: counted.failed + 1 } : counted;
}

function add(one: Outcome, other: Outcome): Outcome {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    ignored: [...one.ignored, ...other.ignored],
  };
}

const { passed, failed, ignored } = await runAll();
console.log();
for (const name of ignored) console.log(`ignored: ${name}`);
console.log(`${passed} passed, ${failed} failed`);
Deno.exit(failed === 0 ? 0 : 1);
