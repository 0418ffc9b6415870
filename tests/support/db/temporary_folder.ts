import { join } from "node:path";

/** While `work` runs SQLite's temporary files, if it made any, would lie in the folder and stay to be searched. */
export async function withTemporaryFolderIn(folder: string, work: () => Promise<void>): Promise<void> {
  const before = Deno.env.get("SQLITE_TMPDIR");
  await Deno.mkdir(join(folder, "temporary"));
  Deno.env.set("SQLITE_TMPDIR", join(folder, "temporary"));
  try {
    await work();
  } finally {
    if (before === undefined) Deno.env.delete("SQLITE_TMPDIR");
    else Deno.env.set("SQLITE_TMPDIR", before);
  }
}
