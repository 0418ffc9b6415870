import { posix } from "node:path";

/**
 * What a Markdown document names and the project does not have: files and folders in `backticks`, and the targets of
 * relative links. A name may leave out the folders above it (`verb.ts`, `access/`) where the text has told them.
 * Blocks of code are not read.
 *
 * @param document its path from the project's folder
 * @param paths all files of the project
 */
export function missingPaths(document: string, text: string, paths: readonly string[]): string[] {
  const existing = new PathTails(paths);
  const prose = text.replaceAll(/^(```|~~~)[^]*?^\1/gm, "");
  const named = [...prose.matchAll(/`([^`\n]+)`/g)].map(([, code]) => code!).filter(isPath);
  const linked = [...prose.matchAll(/\]\(([^)\s#]+)[^)]*\)/g)].map(([, target]) => target!)
    .filter((target) => !/^[a-z]+:/.test(target));
  return [
    ...named.filter((path) => !existing.has(path)),
    ...linked.filter((target) =>
      !existing.hasExactly(posix.join(posix.dirname(document), decodeURI(target)))
    ),
  ];
}

const FILE = /^[\w()[\]./@-]+\.(tsx?|js|css|json|md|yml|svg|lock)$/;
const FOLDER = /^[\w()[\].-]+(\/[\w()[\].-]+)*\/$/;

/** Paths begin at the project's folder: /api/ is an address, ./a.ts and @/a.ts are examples of imports. */
function isPath(code: string): boolean {
  if (/^(\/|\.\.?\/|@\/)/.test(code) || isWrittenByProgram(code)) return false;
  return FILE.test(code) || FOLDER.test(code);
}

/** Data, settings and builds, which are in no repository. */
function isWrittenByProgram(code: string): boolean {
  return /^(keys\.json|server\.json|server\.js|files\.js)$|^(_fresh|dist|dovms-data)\//.test(code);
}

/** Every end of every path, such as `verb.ts` and `clinic/verb.ts`, and of every folder, such as `clinic/`. */
class PathTails {
  readonly #exact = new Set<string>();
  readonly #tails = new Set<string>();

  constructor(paths: readonly string[]) {
    for (const path of paths) {
      const parts = path.split("/");
      for (let end = 1; end <= parts.length; end++) {
        const suffix = end === parts.length ? "" : "/";
        this.#exact.add(parts.slice(0, end).join("/"));
        for (let start = 0; start < end; start++) this.#tails.add(parts.slice(start, end).join("/") + suffix);
      }
    }
  }

  has(path: string): boolean {
    return this.#tails.has(path);
  }

  /** Without regard to a slash at the end. */
  hasExactly(path: string): boolean {
    return this.#exact.has(path.replace(/\/$/, "")) || path === "./" || path === ".";
  }
}
