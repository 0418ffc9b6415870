import assert from "node:assert/strict";
import fc from "fast-check";
import { toEntry } from "@/db/name_index/rule/entry.ts";
import { NameIndex } from "@/db/name_index/index/name_index.ts";
import { parseSearch } from "@/db/name_index/rule/query.ts";
import { idOf } from "@/tests/support/name_index/segments.ts";
import { range } from "@/tests/support/name_index/any_words.ts";

const PATIENTS = 600; // in segments of 64: there is enough to merge

/** What goes on in turns: two mergings, and people who come, change and go. */
const anyTurns = fc.array(fc.constantFrom("mergeSmall", "compact", "put", "remove"), {
  minLength: 4,
  maxLength: 80,
});

Deno.test("every patient is found once, whichever merges run at the same time", () => {
  fc.assert(
    fc.property(anyTurns, fc.nat(), (turns, from) => {
      const index = new NameIndex();
      const there = new Set(range(0, PATIENTS));
      for (const nth of there) put(index, nth);
      const works = new Map<string, Generator<void, unknown>>();
      const step = (name: "mergeSmall" | "compact") => {
        const work = works.get(name) ?? index[name]();
        works.set(name, work);
        if (work.next().done) works.delete(name);
      };
      for (const [at, turn] of turns.entries()) {
        const nth = (from + 7 * at) % PATIENTS;
        if (turn === "mergeSmall" || turn === "compact") step(turn);
        else if (turn === "put") put(index, nth), there.add(nth);
        else index.remove(idOf(nth)), there.delete(nth);
      }
      while (works.size > 0) {
        for (const name of ["mergeSmall", "compact"] as const) if (works.has(name)) step(name);
      }
      assert.equal(index.size, there.size);
      assert.equal(index.search(parseSearch("lineo"), 1).total, there.size);
    }),
    { numRuns: 50 },
  );
});

Deno.test("a merge during which the index was reset leaves nothing behind", () => {
  for (const name of ["mergeSmall", "compact"] as const) {
    const index = new NameIndex();
    for (const nth of range(0, PATIENTS)) put(index, nth);
    const work = index[name]();
    work.next();
    index.reset();
    put(index, 1);
    while (!work.next().done);
    assert.equal(index.search(parseSearch("lineo"), 10).total, 1, name);
  }
});

function put(index: NameIndex, nth: number): void {
  index.put(toEntry(idOf(nth), {
    full_name: "Lineo Mokoena",
    date_of_birth: "1988-07-04",
    gender: "F",
    contact_details: "",
    file_number: String(nth),
  }));
}
