import { dirname } from "node:path";

/** The text of a file; undefined where there is none. */
export async function readTextIfExists(path: string): Promise<string | undefined> {
  try {
    return await Deno.readTextFile(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}

/** Whether there is a file, a folder or a link at a path. */
export async function exists(path: string): Promise<boolean> {
  try {
    await Deno.lstat(path);
    return true;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

/** Removes a file, if there is one. */
export async function removeIfExists(path: string): Promise<void> {
  try {
    await Deno.remove(path);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
}

/**
 * Writes a file that only its owner can read. After a power cut either the old or the new one is there, whole, and once
 * this resolves it is the new one: what is written next may be worth nothing without it.
 */
export async function writePrivateFile(path: string, text: string): Promise<void> {
  const temporary = `${path}.${crypto.randomUUID()}`;
  await Deno.writeTextFile(temporary, text, { createNew: true, mode: 0o600 });
  await sync(temporary, { write: true });
  await Deno.rename(temporary, path);
  if (Deno.build.os !== "windows") await sync(dirname(path), { read: true }); // the file's name is in the folder
}

async function sync(path: string, options: Deno.OpenOptions): Promise<void> {
  using file = await Deno.open(path, options);
  await file.sync();
}
