/** The text of a file; undefined when there is none. */
export async function readTextIfThere(path: string): Promise<string | undefined> {
  try {
    return await Deno.readTextFile(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}

export async function isThere(path: string): Promise<boolean> {
  try {
    await Deno.lstat(path);
    return true;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

/** Writes a file that only its owner reads, so that after a power cut either the old or the new one is there, whole. */
export async function writePrivately(path: string, text: string): Promise<void> {
  const temporary = `${path}.${crypto.randomUUID()}`;
  using file = await Deno.open(temporary, { createNew: true, write: true, mode: 0o600 });
  await file.write(new TextEncoder().encode(text));
  await file.sync();
  await Deno.rename(temporary, path);
}
