import { dirname, extname, join } from "node:path";

/** One file of the project. `path` is from the project's folder, with slashes. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/**
 * Every file of the project with one of these endings, in no hidden folder and none that a program made.
 *
 * @param endings such as ".ts"
 */
export async function sourceFiles(endings: readonly string[]): Promise<SourceFile[]> {
  const paths = await pathsIn("");
  const chosen = paths.filter((path) => endings.includes(extname(path))).sort();
  return await Promise.all(
    chosen.map(async (path) => ({
      path,
      text: await Deno.readTextFile(join(ROOT, path)),
    })),
  );
}

const ROOT = dirname(dirname(import.meta.dirname!));
const MADE = ["_fresh", "dist", "dovms-data", "node_modules"];

async function pathsIn(folder: string): Promise<string[]> {
  const paths: string[] = [];
  for await (const { name, isDirectory } of Deno.readDir(join(ROOT, folder))) {
    const path = folder === "" ? name : `${folder}/${name}`;
    if (!isDirectory) paths.push(path);
    else if (!name.startsWith(".") && !MADE.includes(name)) {
      paths.push(...await pathsIn(path));
    }
  }
  return paths;
}
