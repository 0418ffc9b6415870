import { type ImportMap, targetOf } from "./graph.ts";
import type { ParsedFile } from "./facts.ts";

/** Exports as "path name", sorted. */
export interface UncalledExports {
  /** No other file imports them. */
  readonly unused: string[];
  /** Of the program's files, imported by tests alone. */
  readonly onlyInTests: string[];
}

/** Finds the exports that no other file imports. What the framework reads by name does not count as uncalled. */
export function uncalledExports(files: readonly ParsedFile[], mapped: ImportMap): UncalledExports {
  const byProgram = new Users(files.filter(({ path }) => !isTest(path)), mapped);
  const byTests = new Users(files.filter(({ path }) => isTest(path)), mapped);
  const exports = files.flatMap(({ path, facts }) => facts.exports.map((name) => ({ path, name })));
  const uncalled = exports.filter(({ path, name }) =>
    !isReadByFresh(path, name) && !byProgram.use(path, name)
  );
  const describe = ({ path, name }: { path: string; name: string }) => `${path} ${name}`;
  return {
    unused: uncalled.filter(({ path, name }) => !byTests.use(path, name)).map(describe).sort(),
    onlyInTests: uncalled.filter(({ path, name }) => !isTest(path) && byTests.use(path, name))
      .map(describe).sort(),
  };
}

/** Which exports some files import. */
class Users {
  readonly #names = new Set<string>();
  readonly #whole = new Set<string>();

  constructor(files: readonly ParsedFile[], mapped: ImportMap) {
    for (const { path, facts } of files) {
      for (const { specifier, names } of facts.imports) {
        const target = specifier === undefined ? undefined : targetOf(path, specifier, mapped);
        if (target === undefined) continue;
        if (names === "all") this.#whole.add(target);
        else for (const name of names) this.#names.add(`${target} ${name}`);
      }
    }
  }

  use(path: string, name: string): boolean {
    return this.#whole.has(path) || this.#names.has(`${path} ${name}`);
  }
}

function isTest(path: string): boolean {
  return path.startsWith("tests/");
}

/** What is found by its name: modules of routes/, the app, and the names that Fresh's own modules have. */
function isReadByFresh(path: string, name: string): boolean {
  const inProject = path.replace(/^tests\/fresh\/fixture\//, "");
  if (inProject === "main.ts") return name === "app";
  if (FRESH_MODULES.includes(path)) return true;
  return /^(routes|islands)\//.test(inProject) && ROUTE_EXPORTS.includes(name);
}

const FRESH_MODULES = ["fresh/mod.ts", "fresh/runtime.ts", "fresh/dev.ts"];
const ROUTE_EXPORTS = ["default", "handler", "handlers", "config"];
