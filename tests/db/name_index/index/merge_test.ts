import assert from "node:assert/strict";
import fc from "fast-check";
import type { Entry } from "@/db/name_index/rule/entry.ts";
import { bytesOfId } from "@/db/name_index/segment/ids.ts";
import { merge } from "@/db/name_index/index/merge.ts";
import { buildSegment, runToEnd } from "@/db/name_index/segment/build_segment.ts";
import { contentsOf, idOf, someEntries } from "@/tests/support/name_index/segments.ts";
import { range } from "@/tests/support/name_index/any_words.ts";

/** Patients dealt out to segments, so that their ids interleave; some of them go. */
const dealt = fc.record({
  entries: someEntries(60),
  segments: fc.integer({ min: 1, max: 5 }),
  hand: fc.array(fc.nat({ max: 4 }), { minLength: 7, maxLength: 7 }),
  going: fc.array(fc.nat({ max: 59 }), { maxLength: 20 }),
});

Deno.test("merged segments hold what one segment of all the patients holds", () => {
  fc.assert(
    fc.property(dealt, ({ entries, segments, hand }) => {
      const parts = deal(entries, segments, hand).map(buildSegment);
      assert.deepEqual(contentsOf(runToEnd(merge(parts))), contentsOf(buildSegment(entries)));
    }),
    { numRuns: 300 },
  );
});

Deno.test("removed patients are left out, and so are the texts that only they had", () => {
  fc.assert(
    fc.property(dealt, ({ entries, segments, hand, going }) => {
      const parts = deal(entries, segments, hand).map(buildSegment);
      const gone = new Set(going.flatMap((nth) => entries[nth]?.id ?? []));
      for (const id of gone) assert.ok(parts.some((part) => part.remove(bytesOfId(id))));
      const merged = runToEnd(merge(parts));
      assert.deepEqual(
        contentsOf(merged),
        contentsOf(buildSegment(entries.filter(({ id }) => !gone.has(id)))),
      );
      assert.equal(merged.size, entries.length - gone.size);
      assert.equal(merged.fields.words.texts.size, new Set(kept(entries, gone)).size, "no text of nobody");
    }),
    { numRuns: 300 },
  );
});

Deno.test("a patient removed during a merge is still in the result, and can be removed from it", () => {
  fc.assert(fc.property(dealt, fc.nat({ max: 5 }), ({ entries, segments, hand, going }, turns) => {
    const parts = deal(entries, segments, hand).map(buildSegment);
    const work = merge(parts);
    const begun = work.next(); // who is gone by now counts
    for (let turn = 0; turn < turns && !begun.done; turn++) if (work.next().done) return;
    const late = entries[going[0] ?? 0];
    for (const part of parts) if (late) part.remove(bytesOfId(late.id));
    const merged = begun.done ? begun.value : runToEnd(work);
    assert.deepEqual(contentsOf(merged), contentsOf(buildSegment(entries)));
    if (!late) return;
    assert.equal(merged.remove(bytesOfId(late.id)), true);
    assert.deepEqual(
      contentsOf(merged).people,
      contentsOf(buildSegment(entries.filter((e) => e !== late))).people,
    );
  }));
});

Deno.test("segments that are merged are left as they are", () => {
  fc.assert(fc.property(dealt, ({ entries, segments, hand }) => {
    const parts = deal(entries, segments, hand).map(buildSegment);
    const before = parts.map(contentsOf);
    runToEnd(merge(parts));
    assert.deepEqual(parts.map(contentsOf), before);
  }));
});

/** Everybody has one name. Their ids interleave, and of the second segment's patients some go. */
const namesakes = range(0, 6_000).map((n): Entry => {
  return { id: idOf(n), words: ["lineo"], sounds: ["lineo"], number: "", phones: [], birthDay: n % 50 };
});

Deno.test("a name that all patients have is merged in order", () => {
  const parts = deal(namesakes, 4, [0, 1, 2, 3, 3, 2, 1]).map(buildSegment);
  const gone = new Set(namesakes.filter((_, n) => n % 5 === 1));
  for (const { id } of gone) for (const part of parts) part.remove(bytesOfId(id));
  const merged = runToEnd(merge(parts));
  assert.deepEqual(contentsOf(merged), contentsOf(buildSegment(namesakes.filter((each) => !gone.has(each)))));
  assert.deepEqual([...merged.fields.words.patients], range(0, namesakes.length - gone.size));
});

Deno.test("it yields after some hundred patients, even if all have one name", () => {
  const turns = Array.from(merge(deal(namesakes, 4, [0, 1, 2, 3]).map(buildSegment))).length;
  const passes = 4; // over ids, birth dates, words and sounds
  assert.ok(turns >= passes * Math.floor(namesakes.length / 600), `${turns} turns`);
});

Deno.test("merging empty segments gives an empty one", () => {
  for (const parts of [[], [buildSegment([])], [buildSegment([]), buildSegment([])]]) {
    const merged = runToEnd(merge(parts));
    assert.deepEqual(contentsOf(merged), contentsOf(buildSegment([])));
    assert.equal(merged.size, 0);
  }
});

function deal(entries: readonly Entry[], segments: number, hand: readonly number[]): Entry[][] {
  const dealt = Array.from({ length: segments }, (): Entry[] => []);
  for (const [nth, entry] of entries.entries()) dealt[hand[nth % hand.length]! % segments]!.push(entry);
  return dealt;
}

function kept(entries: readonly Entry[], gone: ReadonlySet<string>): string[] {
  return entries.filter(({ id }) => !gone.has(id)).flatMap(({ words }) => words);
}
