import assert from "node:assert/strict";
import { yieldToRequests } from "@/db/event_loop.ts";
import { type Entry, toEntry } from "@/db/name_index/rule/entry.ts";
import { Field } from "@/db/name_index/dictionary/field.ts";
import { Segment } from "@/db/name_index/segment/segment.ts";
import { buildSegment, runToEnd } from "@/db/name_index/segment/build_segment.ts";
import { SortedTexts } from "@/db/name_index/dictionary/sorted_texts.ts";
import type { Store } from "@/db/store.ts";
import { onFiles, openStore } from "@/tests/support/db/databases.ts";
import { commit, newPatient } from "@/tests/support/db/rows.ts";
import { idOf } from "@/tests/support/name_index/segments.ts";
import { register } from "@/tests/support/name_index/snapshots.ts";
import { withStore } from "@/tests/support/name_index/with_store.ts";
import { range } from "@/tests/support/name_index/any_words.ts";

const LONG_CONTACT = "58111111 ".repeat(20_000); // longer than the API takes: some milliseconds a patient

onFiles(
  "other requests are served while slow patients are indexed, and all are found afterwards",
  (place) =>
    withStore(openStore(place), async (store) => {
      const rows = range(0, 40).map(() => newPatient({ contact_details: LONG_CONTACT })); // less than a batch
      await commit(store, ...rows.map((row) => store.patients.insert(row)));
      const known = await register(store, ["Thabo Letsie"]);
      const turns = countTurns();
      const found = await store.finder.find("thabo", 10);
      const taken = turns();
      assert.deepEqual(idsIn(found), known);
      assert.ok(taken > 5, `${taken} turns`);
      assert.equal(store.finder.index.size, 41);
    }),
);

const LARGE = 4_096; // patients: four of these, and a larger part of the index is made

onFiles(
  "a search does not wait until a large part of the index is merged",
  (place) =>
    withStore(openStore(place), async (store) => {
      await nearlyFull(store);
      const names = range(0, 64).map((nth) => `Lineo Number${nth}`);
      const ids = await register(store, names); // the last ones that are needed
      const searched = await store.finder.find("number7", 10);
      const turns = countTurns();
      const meanwhile = await register(store, ["Lineo Meanwhile"]);
      assert.deepEqual(idsIn(await store.finder.find("meanwhile", 10)), meanwhile);
      await store.finder.whenIdle();
      assert.ok(turns() > 1, `${turns()} turns: it was still tidied up`);
      assert.deepEqual(idsIn(searched), [ids[7]]);
      assert.deepEqual(idsIn(await store.finder.find("number7", 10)), [ids[7]]);
      assert.deepEqual(idsIn(await store.finder.find("meanwhile", 10)), meanwhile);
      assert.equal(store.finder.index.size, 4 * LARGE + 1);
    }),
);

onFiles(
  "closing does not wait until a large part of the index is merged or saved",
  (place) =>
    withStore(openStore(place), async (store) => {
      await nearlyFull(store);
      await register(store, range(0, 64).map((nth) => `Lineo Number${nth}`));
      await store.finder.find("number7", 10);
      const saving = store.finder.saveNow();
      const turns = countTurns();
      await store.finder.close();
      assert.ok(turns() < 8, `${turns()} turns`);
      await saving;
      assert.equal((await store.port.read({ sql: "SELECT * FROM name_index", args: [] })).length, 0);
    }),
);

onFiles(
  "an error while segments are merged is thrown by the next search, and only by that one",
  (place) =>
    withStore(openStore(place), async (store) => {
      await store.finder.load();
      store.finder.index.reset(broken());
      await register(store, range(0, 3 * 64).map((nth) => `Lineo Number${nth}`));
      assert.equal((await store.finder.find("number7", 10)).rows.length > 0, true);
      await store.finder.whenIdle();
      await assert.rejects(store.finder.find("number7", 10), RangeError);
      assert.equal((await store.finder.find("number7", 10)).rows.length > 0, true);
    }),
);

/** Counts the turns of the event loop until it is called. */
function countTurns(): () => number {
  let turns = 0;
  let counting = true;
  (async () => {
    for (; counting; turns++) await yieldToRequests();
  })();
  return () => {
    counting = false;
    return turns;
  };
}

/** An index to which 64 patients are missing until its four largest parts have to be merged. */
async function nearlyFull(store: Store): Promise<void> {
  await store.finder.load();
  const { index } = store.finder;
  for (const nth of range(0, 4 * LARGE - 64)) {
    index.put(somebody(nth));
    if (nth % 64 === 63) runToEnd(index.mergeSmall());
  }
}

function somebody(nth: number): Entry {
  const word = (salt: number) => (nth * 7_919 + salt).toString(36).padStart(8, "x");
  return toEntry(idOf(nth), {
    full_name: [1, 2, 3, 4].map((salt) => word(salt * 1_000_003)).join(" "),
    date_of_birth: "1990-01-01",
    gender: "U",
    contact_details: "",
    file_number: `KB/${nth}`,
  });
}

function idsIn({ rows }: { readonly rows: readonly { readonly id: string }[] }): string[] {
  return rows.map(({ id }) => id);
}

/** A part of the index that can be searched by names but not merged: its phone numbers lie on one another. */
function broken(): Segment {
  const { ids, birthDays, byBirth, fields } = buildSegment(range(0, 64).map(somebody));
  const texts = new SortedTexts(new Uint8Array(99).fill(0x35), Uint32Array.of(0, 99, 0, 99));
  const phones = new Field(texts, Uint32Array.of(0, 1, 1, 2), Uint32Array.of(0, 1), undefined);
  return new Segment(ids, birthDays, byBirth, { ...fields, phones });
}
