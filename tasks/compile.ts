/**
 * `deno task compile`: one executable in dist/ that holds Deno, the program, the console's files and the npm packages
 * it uses. It runs on the kind of system it was compiled on, because the database engine is native code.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import config from "@/deno.json" with { type: "json" };
import { ROOT } from "./root.ts";

/**
 * Compiles main.ts to `output`. The console must have been built.
 *
 * @param runtime the executable to put the program in, or undefined for Deno's own, which it downloads
 * @throws when `deno compile` fails
 */
export async function compile(output: string, runtime: string | undefined): Promise<void> {
  const { success } = await new Deno.Command(Deno.execPath(), {
    args: ["compile", ...FLAGS, ...permissions(), ...includes(), "--output", output, "main.ts"],
    cwd: ROOT,
    env: runtime === undefined ? {} : { DENORT_BIN: runtime },
  }).spawn().status;
  if (!success) throw new Error("deno compile failed");
}

// Of the npm packages, only those that main.ts reaches are embedded.
const FLAGS = ["--node-modules-dir=none", "--exclude-unused-npm", "--no-prompt"];

/** The permissions of the start task, so that the compiled program has the same ones. */
function permissions(): string[] {
  const words = config.tasks.start.command.split(" ").map((word) => word.replaceAll("'", ""));
  return words.filter((word) => word.startsWith("--allow-") || word.startsWith("--deny-"));
}

function includes(): string[] {
  return EMBEDDED.filter((folder) => existsSync(join(ROOT, folder))).flatMap((
    folder,
  ) => ["--include", folder]);
}

// What the program reads or imports by a name that is known at run time only.
const EMBEDDED = ["_fresh", "static", "routes", "islands"];

if (import.meta.main) {
  await compile(join(ROOT, "dist", Deno.build.os === "windows" ? "dovms.exe" : "dovms"), undefined);
}
