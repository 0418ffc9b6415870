import { type ImportMap, targetOf } from "./graph.ts";
import type { ParsedFile } from "./facts.ts";

/** Exports as "path name", sorted. */
export interface UncalledExports {
  /** No other file imports them. */
  readonly unused: string[];
  /** Of the program's files, imported by tests alone. */
  readonly onlyInTests: string[];
}

/**
 * Finds the exports that no other file imports. Not among them: what Fresh finds by its name, and a type that others of
 * its file are described with, such as the one that a function returns.
 */
export function uncalledExports(files: readonly ParsedFile[], mapped: ImportMap): UncalledExports {
  const program = new Importers(files.filter(({ path }) => !isTest(path)), mapped);
  const tests = new Importers(files.filter(({ path }) => isTest(path)), mapped);
  const uncalled = files
    .flatMap((file) => exportsToImport(file).map((name) => ({ path: file.path, name })))
    .filter(({ path, name }) => !program.import(path, name));
  const list = (chosen: typeof uncalled) => chosen.map(({ path, name }) => `${path} ${name}`).sort();
  return {
    unused: list(uncalled.filter(({ path, name }) => !tests.import(path, name))),
    onlyInTests: list(uncalled.filter(({ path, name }) => !isTest(path) && tests.import(path, name))),
  };
}

/** The names that another file should import. */
function exportsToImport({ path, facts }: ParsedFile): string[] {
  const needed = facts.exports.filter(({ name, isType }) => !(isType && facts.typeNames.has(name)));
  return needed.map(({ name }) => name).filter((name) => !isReadByFresh(path, name));
}

/** What some files import. */
class Importers {
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

  import(path: string, name: string): boolean {
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
