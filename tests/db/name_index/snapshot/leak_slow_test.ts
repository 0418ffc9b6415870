import assert from "node:assert/strict";
import { join } from "node:path";
import { foldNumber, phonesOf, wordsOf } from "@/db/text/fold.ts";
import { soundOf } from "@/db/text/sound.ts";
import { DatabaseUnavailable } from "@/db/port/port.ts";
import type { Store } from "@/db/store.ts";
import { onFiles, openStore, type TestDatabase } from "@/tests/support/db/databases.ts";
import { commit, newPatient } from "@/tests/support/db/rows.ts";
import { searchFolder } from "@/tests/support/db/search_files.ts";
import { copiedPages, joined } from "@/tests/support/name_index/segments.ts";
import { snapshotsAt, snapshotsOf } from "@/tests/support/name_index/snapshots.ts";
import { withTemporaryFolderIn } from "@/tests/support/db/temporary_folder.ts";

const PEOPLE = [
  { full_name: "Palesa Qhobosheane", file_number: "QH-774411", contact_details: "+26658765432" },
  { full_name: "Ts'oanelo Setjhabathoko", file_number: "KB/661177", contact_details: "082 913 4567" },
];
const MORE = 300; // patients around them, so that a snapshot is made unasked

/** What a page holds of them: words and their sounds, file numbers, and the digits of phones from their end. */
const HELD = PEOPLE.flatMap(({ full_name, file_number, contact_details }) => {
  const words = wordsOf(full_name);
  const phones = phonesOf(contact_details).map((phone) => [...phone].reverse().join(""));
  return [...words, ...words.map(soundOf), foldNumber(file_number), ...phones];
});
const WRITTEN = PEOPLE.flatMap(({ full_name, file_number, contact_details }) => {
  return [full_name, ...full_name.split(" "), file_number, contact_details, ...phonesOf(contact_details)];
});
const SECRETS = [...new Set([...HELD, ...WRITTEN])]; // of six letters and more: none comes by chance

onFiles(
  "[S38] nothing of a patient is in the files while snapshots are made, replaced, cut short",
  async (place) => {
    await withTemporaryFolderIn(place.folder!, async () => {
      const store = await openStore(place);
      await registerAll(store);
      for (const search of ["palesa", "qhobosheana", "58765432", "tsoanelo", "zzz"]) {
        await store.finder.find(search, 50);
      }
      await store.finder.whenIdle();
      await store.finder.saveNow();
      await assertNothingFound(place, "a first snapshot, deleted for a second one");
      await cutShort(store);
      await store.close();
      await assertNothingFound(place, "another cut short, and all closed");
    });
  },
);

// Were a page stored as it is, what it holds would be found.
onFiles("[S38] the search finds all that a page holds where a page lies open", async (place) => {
  const store = await openStore(place);
  await registerAll(store);
  await store.finder.saveNow();
  const { whole } = (await snapshotsOf(store).load())!;
  await Deno.writeFile(join(place.folder!, "plain"), joined(copiedPages(whole)));
  await store.close();
  const found = new Set((await searchFolder(place.folder!, HELD)).map(({ text }) => text));
  assert.deepEqual(HELD.filter((text) => !found.has(text)), []);
});

async function registerAll(store: Store): Promise<void> {
  const others = Array.from({ length: MORE }, (_, n) => ({ full_name: `Somebody Else${n}` }));
  const people = [...PEOPLE, ...others];
  for (let from = 0; from < people.length; from += 100) {
    const rows = people.slice(from, from + 100).map(newPatient);
    await commit(store, ...rows.map((row) => store.patients.insert(row)));
  }
}

/** As a process does that is killed when it has written one page of a snapshot. */
async function cutShort(store: Store): Promise<void> {
  const snapshot = (await snapshotsOf(store).load())!;
  const { databaseId, keys } = store;
  const killed = snapshotsAt(store.port, databaseId, keys).save(snapshot, () => {
    return Promise.reject(new DatabaseUnavailable("busy"));
  });
  await assert.rejects(killed, DatabaseUnavailable);
}

async function assertNothingFound({ folder }: TestDatabase, when: string): Promise<void> {
  assert.deepEqual(await searchFolder(folder!, SECRETS), [], when);
}
