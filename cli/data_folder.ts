import { join } from "node:path";

/** The files of a data folder. All of it but `lock` and `server.json` must be backed up together. */
export interface DataFolder {
  readonly path: string;
  readonly database: string;
  readonly keys: string;
  readonly lock: string;
  readonly server: string;
}

/** The data folder at a path. Nothing is read or created. */
export function dataFolder(path: string): DataFolder {
  return {
    path,
    database: join(path, "dovms.db"),
    keys: join(path, "keys.json"),
    lock: join(path, "lock"),
    server: join(path, "server.json"),
  };
}

/** Another process has locked the data folder. */
export class FolderInUse extends Error {
  override name = "FolderInUse";
}

/** Whether a process has the folder locked now. Creates nothing. */
export async function isLocked(folder: DataFolder): Promise<boolean> {
  try {
    using file = await Deno.open(folder.lock, { write: true });
    return !(await file.tryLock(true));
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

const WAIT_MS = 6_000; // longer than a server that was told to stop may take
const RETRY_MS = 100;

/**
 * Locks the folder for this process, and creates it where there is none. The operating system holds the lock: when the
 * process ends, however it ends, the folder is free.
 *
 * @param wait whether to wait up to 6 s for another process to end
 * @throws FolderInUse
 */
export async function lockFolder(folder: DataFolder, wait: boolean): Promise<Deno.FsFile> {
  await Deno.mkdir(folder.path, { recursive: true, mode: 0o700 });
  const file = await Deno.open(folder.lock, { create: true, write: true, mode: 0o600 });
  for (let waited = 0;; waited += RETRY_MS) {
    if (await file.tryLock(true)) return file;
    if (!wait || waited >= WAIT_MS) break;
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
  }
  file.close();
  throw new FolderInUse(`another DOVMS has the data folder ${folder.path}: stop it first`);
}
