import { posix } from "node:path";
import type { Import, ParsedFile } from "./facts.ts";

/** deno.json's imports: the project's own files begin with ./ */
export type ImportMap = Readonly<Record<string, string>>;

/** Which files a file imports, by path. */
export type Graph = ReadonlyMap<string, readonly string[]>;

/** The project's file that a specifier in `path` names, or undefined for a package. */
export function targetOf(path: string, specifier: string, mapped: ImportMap): string | undefined {
  if (specifier.startsWith(".")) return posix.join(posix.dirname(path), specifier);
  if (specifier.startsWith("@/")) return posix.normalize(specifier.slice(2));
  const own = mapped[specifier];
  return own?.startsWith("./") ? posix.normalize(own) : undefined;
}

/** The imports among `files` that `counts` accepts. */
export function importGraph(
  files: readonly ParsedFile[],
  mapped: ImportMap,
  counts: (each: Import) => boolean,
): Graph {
  const known = new Set(files.map(({ path }) => path));
  return new Map(files.map(({ path, facts }) => {
    const specifiers = facts.imports.filter(counts).flatMap(({ specifier }) => specifier ?? []);
    const targets = specifiers.flatMap((specifier) => targetOf(path, specifier, mapped) ?? []);
    return [path, [...new Set(targets.filter((target) => known.has(target)))]];
  }));
}
