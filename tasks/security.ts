/**
 * `deno task security`: the attacks and faults of docs/THREATS.md, [S28] and [R14], with the tests whose names have
 * their numbers. Ends with code 1 when a test names a number that THREATS.md does not have.
 */
import { join } from "node:path";
import { ROOT } from "./root.ts";

/** The numbered lines of docs/THREATS.md and the files of tests that name them. */
export interface ThreatTable {
  readonly rows: readonly ThreatRow[];
  /** Numbers that tests name and THREATS.md does not have, with the tests. */
  readonly unknown: readonly ThreatRow[];
}

/** `tests` are paths below the project, sorted; empty when no test names the number. */
export interface ThreatRow {
  readonly number: string;
  readonly tests: readonly string[];
}

/** Joins docs/THREATS.md with the tests in `project`. @throws when the document has no numbered line */
export async function joinThreats(project: string): Promise<ThreatTable> {
  const numbers = threatNumbers(await Deno.readTextFile(join(project, "docs/THREATS.md")));
  if (numbers.length === 0) throw new Error("docs/THREATS.md has no line that begins with a number");
  const tests = await testsByNumber(project);
  const row = (number: string) => ({ number, tests: [...tests.get(number) ?? []].sort() });
  const isUnknown = (number: string) => !numbers.includes(number);
  return {
    rows: numbers.map(row),
    unknown: [...tests.keys()].filter(isUnknown).sort(byLetterThenNumber).map(row),
  };
}

/** The numbers with which rows of tables and items of lists begin, in the document's order, each once. */
function threatNumbers(document: string): string[] {
  const matches = document.matchAll(/^(?:\||[-*]) *[*[`]*([SR]\d+)\b/gm);
  return [...new Set(Array.from(matches, ([, number]) => number!))];
}

async function testsByNumber(project: string): Promise<Map<string, Set<string>>> {
  const tests = new Map<string, Set<string>>();
  for await (const path of testFiles(project, "tests")) {
    const text = await Deno.readTextFile(join(project, path));
    for (const [, number] of text.matchAll(/\[([SR]\d+)\]/g)) {
      tests.set(number!, (tests.get(number!) ?? new Set()).add(path));
    }
  }
  return tests;
}

async function* testFiles(project: string, folder: string): AsyncGenerator<string> {
  for await (const { name, isDirectory } of Deno.readDir(join(project, folder))) {
    const path = `${folder}/${name}`;
    if (isDirectory) yield* testFiles(project, path);
    else if (/_test\.tsx?$/.test(name)) yield path;
  }
}

/** Attacks before faults. */
function byLetterThenNumber(a: string, b: string): number {
  return b[0]!.localeCompare(a[0]!) || Number(a.slice(1)) - Number(b.slice(1));
}

function print({ rows, unknown }: ThreatTable): void {
  const tested = rows.filter(({ tests }) => tests.length > 0);
  const untested = rows.filter(({ tests }) => tests.length === 0).map(({ number }) => number);
  console.log("| no. | tests |\n| --- | --- |");
  for (const { number, tests } of tested) console.log(`| ${number} | ${tests.join(", ")} |`);
  console.log(
    `\n${tested.length} of ${rows.length} have a test. Without one: ${untested.join(", ") || "none"}`,
  );
  for (const { number, tests } of unknown) {
    console.error(`docs/THREATS.md has no ${number}, which is named in ${tests.join(", ")}`);
  }
}

if (import.meta.main) {
  const table = await joinThreats(ROOT);
  print(table);
  if (table.unknown.length > 0) Deno.exit(1);
}
