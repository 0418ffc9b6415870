import type { Step } from "./steps.ts";

// What only tests import has a configuration and a lock file of its own; see test_imports.ts.
const TEST_CONFIG = ["--config", "tests/deno.json", "--lock", "tests/deno.lock"];

const PROGRAM = [
  "*.ts",
  ...["api", "cli", "clinic", "db", "fresh", "http", "islands", "routes", "tasks"].map((room) =>
    `${room}/**`
  ),
];

/** What is found out without running the program. */
export const QUICK_CHECKS: readonly Step[] = [
  { name: "format", args: ["fmt", "--check"] },
  { name: "lint", args: ["lint"] },
  { name: "types of the program", args: ["check", ...PROGRAM] },
  { name: "types of the tests", args: ["check", ...TEST_CONFIG, "tests"] },
  { name: "build", args: ["task", "build"] },
];

/** All tests but the slow ones. They run without type checks, which are steps of their own. */
export const QUICK_TESTS: Step = {
  name: "tests",
  args: [
    ...["test", "--allow-all", "--no-check", "--parallel", "--reporter=dot", ...TEST_CONFIG],
    ...["--ignore=tests/**/*_slow_test.ts", "tests/"],
  ],
};

/** Every test, slow ones included, one file after another. */
export const ALL_TESTS: Step = {
  name: "tests",
  args: ["test", "--allow-all", "--no-check", ...TEST_CONFIG, "tests/"],
};
