import { dirname, join } from "node:path";
import type { Embedded, Entry } from "./embedded.ts";

/**
 * Writes what was embedded into an empty folder, in a form that plain `deno run --cached-only` can start: the transpiled
 * code, the import map, and the npm packages as node_modules.
 *
 * @returns the names of the npm packages
 */
export async function unpack(embedded: Embedded, folder: string): Promise<string[]> {
  await writeEntries(embedded, embedded.tree, folder, folder);
  await writeConfig(embedded, folder);
  return await moveToNodeModules(folder);
}

async function writeEntries(embedded: Embedded, entries: readonly Entry[], folder: string, root: string) {
  await Deno.mkdir(folder, { recursive: true });
  for (const entry of entries) await writeEntry(embedded, entry, folder, root);
}

async function writeEntry(embedded: Embedded, entry: Entry, folder: string, root: string): Promise<void> {
  if ("Dir" in entry) return await writeEntries(embedded, entry.Dir.e, join(folder, entry.Dir.n), root);
  if ("Symlink" in entry) {
    return await Deno.symlink(join(root, ...entry.Symlink.p), join(folder, entry.Symlink.n));
  }
  const { n, o, m, x } = entry.File;
  const [offset, length] = m ?? o; // of a module that was transpiled, what would run
  const bytes = embedded.data.subarray(offset, offset + length);
  await Deno.writeFile(join(folder, n), bytes, { mode: x ? 0o755 : 0o644 });
}

async function writeConfig({ metadata }: Embedded, folder: string): Promise<void> {
  const map = metadata.workspace_resolver.import_map;
  const config = { ...JSON.parse(map?.json ?? "{}"), nodeModulesDir: "manual" };
  await Deno.writeTextFile(
    join(folder, dirname(map?.specifier ?? "deno.json"), "deno.json"),
    JSON.stringify(config),
  );
}

const PACKAGES = join(".deno_compile_node_modules", "localhost");

async function moveToNodeModules(folder: string): Promise<string[]> {
  const names = await packageNames(join(folder, PACKAGES));
  for (const name of names) {
    await movePackage(join(folder, PACKAGES, name), join(folder, "node_modules", name));
  }
  return names;
}

async function packageNames(folder: string): Promise<string[]> {
  const names = [];
  for (const name of await list(folder)) {
    if (!name.startsWith("@")) names.push(name);
    else for (const inner of await list(join(folder, name))) names.push(`${name}/${inner}`);
  }
  return names;
}

async function movePackage(versions: string, target: string): Promise<void> {
  const [version, ...others] = await list(versions);
  // node_modules holds one version of each name, and which package needs which version is not known here.
  if (version === undefined || others.length > 0) {
    throw new Error(`${versions} is not one version but ${others.length + 1}`);
  }
  await Deno.mkdir(dirname(target), { recursive: true });
  await Deno.rename(join(versions, version), target);
}

async function list(folder: string): Promise<string[]> {
  return (await Array.fromAsync(Deno.readDir(folder), (entry) => entry.name)).sort();
}
