import { v7 as uuidv7 } from "uuid";
import { type OpenDatabase, openDatabase } from "@/cli/open_database.ts";
import { readSettings } from "@/cli/command_line/options.ts";
import { databaseOptions } from "@/cli/command_line/settings.ts";
import { type Store, systemEntry } from "@/db/store.ts";
import { type OurPlace, seedOurs } from "@/tests/bench/seed_ours.ts";
import { people } from "./people.ts";

const A_UNIT = 1_000; // patients: one commit and one audit entry

/** Opens our database in this process. */
export function openOurs({ data, config }: OurPlace): Promise<OpenDatabase> {
  const settings = readSettings(databaseOptions, [], { DOVMS_DATA: data });
  return openDatabase(settings, { variables: {}, folders: { config }, now: () => new Date() }, false);
}

/** Makes a clinic with so many patients, past the API: seeding is not what is measured. */
export async function seed(place: OurPlace, size: number, onProgress: (done: number) => void): Promise<void> {
  await seedOurs(place, 0, 0);
  const database = await openOurs(place);
  try {
    await fill(database.clinic.store, size, onProgress);
  } finally {
    await database.close();
  }
}

async function fill(store: Store, size: number, onProgress: (done: number) => void): Promise<void> {
  const common = { version: 1, voidedAt: null };
  const all = people(size);
  for (let done = 0; done < size;) {
    const changes = Array.from({ length: Math.min(A_UNIT, size - done) }, () => {
      return store.patients.insert({ ...common, id: uuidv7(), record: all.next().value! });
    });
    await store.commit(changes, systemEntry("bench.seed", new Date()));
    onProgress(done += changes.length);
  }
}

/** The bytes of all files in a folder. */
export async function bytesIn(folder: string): Promise<number> {
  let bytes = 0;
  for await (const { name, isFile } of Deno.readDir(folder)) {
    if (isFile) bytes += (await Deno.stat(`${folder}/${name}`)).size;
  }
  return bytes;
}
