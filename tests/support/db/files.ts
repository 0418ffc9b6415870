import { join } from "node:path";

export interface FoundFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * The files of a folder, and of the folders in it, that are not empty. One may vanish meanwhile: libSQL lets go of a
 * closed file, and removes the log beside it, only when its statements are collected as garbage.
 */
export async function filesIn(folder: string): Promise<FoundFile[]> {
  const found: FoundFile[] = [];
  for await (const { name, isDirectory } of Deno.readDir(folder)) {
    const path = join(folder, name);
    if (isDirectory) found.push(...await filesIn(path));
    else found.push({ name, bytes: await readIfThere(path) });
  }
  return found.filter(({ bytes }) => bytes.length > 0);
}

async function readIfThere(path: string): Promise<Uint8Array> {
  try {
    return await Deno.readFile(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return new Uint8Array(0);
    throw error;
  }
}
