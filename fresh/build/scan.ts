import { extname, join } from "node:path";

/** A file of the project: `path` is below its folder, with slashes and (for code) without extension. */
export interface SourceFile {
  path: string;
  file: string;
}

export interface Sources {
  routes: SourceFile[];
  islands: SourceFile[];
}

const CODE = new Set([".ts", ".tsx", ".js", ".jsx"]);

/** The routes and islands of a project, sorted by path. A folder that is missing is empty. */
export async function scanProject(routeDir: string, islandDir: string): Promise<Sources> {
  const inRoutes = (await filesBelow(routeDir)).filter(isCode);
  const islands = (await filesBelow(islandDir)).filter(isCode);
  return {
    routes: inRoutes.filter(({ path }) => !/\/\(_[^/]*\)\//.test(path)).map(withoutExtension),
    islands: [...islands, ...inRoutes.filter(({ path }) => path.includes("/(_islands)/"))].map(
      withoutExtension,
    ),
  };
}

/** All files below `folder`, sorted; paths start with a slash. Hidden files are skipped. */
export async function filesBelow(folder: string, path = ""): Promise<SourceFile[]> {
  const found: SourceFile[] = [];
  for (const entry of await entriesOf(folder)) {
    const inner = { path: `${path}/${entry.name}`, file: join(folder, entry.name) };
    if (entry.isDirectory) found.push(...await filesBelow(inner.file, inner.path));
    else if (entry.isFile) found.push(inner);
  }
  return found;
}

async function entriesOf(folder: string): Promise<Deno.DirEntry[]> {
  try {
    const entries = await Array.fromAsync(Deno.readDir(folder));
    return entries.filter(({ name }) => !name.startsWith(".")).sort((a, b) => a.name < b.name ? -1 : 1);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return [];
    throw error;
  }
}

function isCode({ path }: SourceFile): boolean {
  return CODE.has(extname(path)) && !/[._]test\.\w+$/.test(path);
}

function withoutExtension({ path, file }: SourceFile): SourceFile {
  return { path: path.slice(0, -extname(path).length), file };
}
