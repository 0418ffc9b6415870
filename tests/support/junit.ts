/** How the tests of a run went. A test's steps count with their test, not beside it. */
export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  /** The names of tests and steps that did not run. */
  readonly ignored: readonly string[];
}

/** Counts the tests in the JUnit report that `deno test --junit-path` writes. */
export function countTests(report: string): Outcome {
  const cases = report.split("<testsuite ").flatMap(casesOf);
  const whole = cases.filter((each) => !each.isStep && each.state !== "ignored");
  return {
    passed: whole.filter((each) => each.state === "passed").length,
    failed: whole.filter((each) => each.state === "failed").length,
    ignored: cases.filter((each) => each.state === "ignored").map((each) => each.name),
  };
}

interface Case {
  readonly name: string;
  readonly state: "passed" | "failed" | "ignored";
  readonly isStep: boolean;
}

function casesOf(suite: string): Case[] {
  const cases = [
    ...suite.matchAll(/<testcase name="([^"]*)"[^>]*>([^]*?)<\/testcase>/g),
  ];
  const names = new Set(cases.map(([, name]) => name));
  return cases.map(([, name = "", body = ""]) => ({
    name: unescape(name),
    state: stateOf(body),
    isStep: isStep(name, names),
  }));
}

function stateOf(body: string): Case["state"] {
  if (body.includes("<failure")) return "failed";
  return body.includes("<skipped") ? "ignored" : "passed";
}

/** A step is reported as a case with the name "test &gt; step"; a test of that first name is in the same suite then. */
function isStep(name: string, names: ReadonlySet<string | undefined>): boolean {
  const parts = name.split(" &gt; ");
  return parts.some((_, count) => count > 0 && names.has(parts.slice(0, count).join(" &gt; ")));
}

function unescape(text: string): string {
  return text.replace(
    /&(lt|gt|quot|apos|amp);/g,
    (_, name: string) => CHARACTERS[name] ?? "",
  );
}

const CHARACTERS: Record<string, string> = {
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  amp: "&",
};
