import { statfs } from "node:fs/promises";
import type { DataFolder } from "@/cli/data_folder.ts";
import { exists } from "@/cli/files.ts";
import { type Check, unknown, warning, well, wrong } from "./check.ts";

/** Checks a data folder without opening anything in it. The last result is `wrong` where there is nothing to open. */
export async function* checkFolder(folder: DataFolder): AsyncGenerator<Check> {
  if (!await exists(folder.path)) {
    return yield wrong("folder", `There is no data folder ${folder.path}: is --data right?`);
  }
  if (!await exists(folder.keys) && !await exists(folder.database)) {
    return yield wrong("folder", `${folder.path} holds no data of DOVMS: is --data right?`);
  }
  yield well("folder", `The data is in ${folder.path}`);
  yield await checkRights(folder);
  yield await checkDisk(folder);
  if (!await exists(folder.keys)) {
    yield wrong("keys", `${folder.keys} is missing: restore the whole data folder from a backup`);
  } else if (!await exists(folder.database)) {
    yield wrong("database", `${folder.database} is missing: restore the whole data folder from a backup`);
  }
}

/** Other users of the computer who can read the files can copy them, and try keys on the copy without limit. */
async function checkRights({ path, database, keys }: DataFolder): Promise<Check> {
  const open: string[] = [];
  for (const each of [path, database, keys]) {
    if (!await exists(each)) continue;
    const { mode } = await Deno.stat(each);
    if (mode === null) return unknown("rights", "Who may read the data folder is not known on this system");
    if ((mode & 0o077) !== 0) open.push(each);
  }
  if (open.length === 0) return well("rights", "Only its owner can read the data folder");
  return warning(
    "rights",
    `Others on this computer may read ${open.join(", ")}: chmod go= ${open.join(" ")}`,
  );
}

const LOW_BYTES = 1_000_000_000, FULL_BYTES = 100_000_000;

async function checkDisk({ path }: DataFolder): Promise<Check> {
  const free = await freeBytes(path);
  if (free === undefined) return unknown("disk", "How much room the disk has is not known here");
  const room = `The disk has ${(free / 1e9).toFixed(1)} GB left`;
  if (free < FULL_BYTES) return wrong("disk", `${room}: make room, or changes will be refused`);
  return free < LOW_BYTES ? warning("disk", `${room}: make room soon`) : well("disk", room);
}

async function freeBytes(path: string): Promise<number | undefined> {
  try {
    const { bavail, bsize } = await statfs(path);
    return bavail * bsize;
  } catch {
    return undefined; // no permission to ask (--allow-sys=statfs), or a system that gives no answer
  }
}
