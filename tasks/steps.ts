import { ROOT } from "./root.ts";

/** One check: the arguments with which Deno runs it. */
export interface Step {
  readonly name: string;
  readonly args: readonly string[];
}

/** How a step went. `output` is all that it wrote. */
export interface StepResult {
  readonly name: string;
  readonly succeeded: boolean;
  readonly seconds: number;
  readonly output: string;
}

/**
 * Runs stages one after another, the steps of a stage side by side, and stops after a stage in which a step failed: all
 * that quick steps find is printed at once, and a long step does not run before it can succeed.
 *
 * @param print receives one line for a step that succeeded, and the whole output as well for one that failed
 * @returns the names of the steps that failed
 */
export async function runStages(
  stages: readonly (readonly Step[])[],
  print: (text: string) => void,
): Promise<string[]> {
  for (const stage of stages) {
    const results = await Promise.all(stage.map(async (step) => {
      const result = await runStep(step);
      print(describe(result));
      return result;
    }));
    const failed = results.filter(({ succeeded }) => !succeeded).map(({ name }) => name);
    if (failed.length > 0) return failed;
  }
  return [];
}

/** Runs this same Deno: there may be none on the PATH. */
async function runStep({ name, args }: Step): Promise<StepResult> {
  const start = performance.now();
  const command = new Deno.Command(Deno.execPath(), {
    args: [...args],
    cwd: ROOT,
    env: { NO_COLOR: "1" },
    stdin: "null",
  });
  const { success, stdout, stderr } = await command.output();
  const output = [stdout, stderr].map((bytes) => new TextDecoder().decode(bytes)).join("");
  return { name, succeeded: success, seconds: (performance.now() - start) / 1000, output };
}

function describe({ name, succeeded, seconds, output }: StepResult): string {
  const line = `${succeeded ? "ok    " : "FAILED"} ${name.padEnd(22)} ${seconds.toFixed(1).padStart(5)} s`;
  return succeeded ? `${line}  ${counts(output)}`.trimEnd() : `${line}\n${output.trim()}\n`;
}

/** The line in which Deno says how many files or tests there were; empty when it says nothing of the kind. */
function counts(output: string): string {
  const lines = output.split("\n").map((line) => line.trim());
  const found = lines.findLast((line) => /^Checked \d+ files?$|\d+ passed/.test(line)) ?? "";
  return found.replace(/^ok \| /, "").replace(/ \([^)]*\)$/, "");
}
