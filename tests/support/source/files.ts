import { extname, join } from "node:path";
import { type ParsedFile, readSource } from "./facts.ts";

/** One file of the project. `path` is from the project's folder, with slashes. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** The project's folder. */
export const ROOT = join(import.meta.dirname!, "../../..");

/**
 * Every file of the project with one of these endings, without folders that are hidden or that a program writes.
 *
 * @param endings such as ".ts"
 */
export async function sourceFiles(endings: readonly string[]): Promise<SourceFile[]> {
  const paths = (await projectPaths()).filter((path) => endings.includes(extname(path)));
  return await Promise.all(
    paths.map(async (path) => ({ path, text: await Deno.readTextFile(join(ROOT, path)) })),
  );
}

/** Every source file, parsed. */
export async function parsedFiles(): Promise<ParsedFile[]> {
  const files = await sourceFiles([".ts", ".tsx"]);
  return files.map(({ path, text }) => ({ path, facts: readSource(path, text) }));
}

/** The paths of all files, sorted, from the project's folder. */
export async function projectPaths(): Promise<string[]> {
  return (await pathsIn("")).sort();
}

// Of the hidden folders, these are part of the project.
const HIDDEN = [".ci", ".github"];
const WRITTEN_BY_PROGRAMS = ["_fresh", "dist", "dovms-data", "node_modules"];

async function pathsIn(folder: string): Promise<string[]> {
  const paths: string[] = [];
  for await (const { name, isDirectory } of Deno.readDir(join(ROOT, folder))) {
    const path = folder === "" ? name : `${folder}/${name}`;
    if (!isDirectory) paths.push(path);
    else if (isOurs(name)) paths.push(...await pathsIn(path));
  }
  return paths;
}

function isOurs(folder: string): boolean {
  return folder.startsWith(".") ? HIDDEN.includes(folder) : !WRITTEN_BY_PROGRAMS.includes(folder);
}
