import assert from "node:assert/strict";
import fc from "fast-check";
import { isWithinEdits, lettersOf } from "@/db/text/edit_distance.ts";
import { naiveDistance } from "@/tests/support/name_index/textbook_edit_distance.ts";
import { anyWord } from "@/tests/support/name_index/any_words.ts";

const DISTANCES: readonly (readonly [string, string, number])[] = [
  ["thabo", "thabo", 0],
  ["thabo", "tabo", 1],
  ["thabo", "thhabo", 1],
  ["thabo", "thebo", 1],
  ["thabo", "htabo", 1],
  ["ca", "abc", 3], // two that changed places are not edited again: with that it would be 2
  ["", "ab", 2],
  ["", "", 0],
  ["李小龍", "李龍小", 1],
  ["𐐗𐐲𐑌", "𐐗𐑌", 1],
  ["𐐗𐐲𐑌", "𐐲𐐗𐑌", 1], // letters of two code units each
  ["𐐗", "𐐘", 1], // they share their first code unit
];

Deno.test("a letter left out, put in or wrong, and two that changed places, are an edit each", () => {
  for (const [one, other, distance] of DISTANCES) {
    assert.equal(naiveDistance(one, other), distance, `${one} ${other}, by the textbook`);
    for (let most = 0; most <= 4; most++) {
      assert.equal(near(one, other, most), distance <= most, `${one} ${other} ${most}`);
      assert.equal(near(other, one, most), distance <= most, `${other} ${one} ${most}`);
    }
  }
});

Deno.test("words are near when the textbook's distance is small", () => {
  const met = { near: 0, far: 0 };
  fc.assert(
    fc.property(anyWord, anyWord, fc.integer({ min: 0, max: 3 }), (one, other, most) => {
      const expected = naiveDistance(one, other) <= most;
      met[expected ? "near" : "far"]++;
      assert.equal(near(one, other, most), expected);
    }),
    { numRuns: 3_000 },
  );
  assert.ok(met.near > 50 && met.far > 50, JSON.stringify(met));
});

Deno.test("a word is near after as many slips as are allowed", () => {
  const slip = fc.record({
    at: fc.nat({ max: 20 }),
    kind: fc.constantFrom("left out", "put in", "wrong", "swapped"),
    letter: fc.constantFrom("a", "o", "杏", "𐐘"),
  });
  const someSlips = fc.array(slip, { minLength: 1, maxLength: 2 });
  fc.assert(
    fc.property(anyWord, someSlips, (word, slips) => {
      const typed = slips.reduce((letters, each) => withSlip(letters, each), [...word]);
      // A slip beside another may take more edits than two, as the textbook counts them.
      assert.equal(
        near(word, typed.join(""), slips.length),
        naiveDistance(word, typed.join("")) <= slips.length,
      );
      if (slips.length === 1) assert.ok(near(word, typed.join(""), 1));
    }),
    { numRuns: 2_000 },
  );
});

function withSlip(
  letters: readonly string[],
  { at, kind, letter }: { at: number; kind: string; letter: string },
): string[] {
  const place = at % (letters.length + 1);
  if (kind === "left out") return letters.toSpliced(place, 1);
  if (kind === "put in") return letters.toSpliced(place, 0, letter);
  if (kind === "wrong") return letters.toSpliced(place, 1, letter);
  const pair = letters.slice(place, place + 2);
  return letters.toSpliced(place, 2, ...pair.reverse());
}

function near(one: string, other: string, most: number): boolean {
  return isWithinEdits(lettersOf(one), lettersOf(other), most);
}
