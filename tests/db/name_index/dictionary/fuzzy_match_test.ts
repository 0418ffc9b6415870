import assert from "node:assert/strict";
import fc from "fast-check";
import { isWithinEdits, lettersOf } from "@/db/text/edit_distance.ts";
import type { Budget } from "@/db/name_index/budget.ts";
import { eachWithinEdits } from "@/db/name_index/dictionary/fuzzy_match.ts";
import type { SortedTexts } from "@/db/name_index/dictionary/sorted_texts.ts";
import { naiveDistance } from "@/tests/support/name_index/textbook_edit_distance.ts";
import { anyWord, textsOf, wordOf, wordsIn } from "@/tests/support/name_index/any_words.ts";

const PLENTY = 1_000_000;
const someWords = fc.array(anyWord, { minLength: 1, maxLength: 60 });
const anyMost = fc.integer({ min: 0, max: 2 });

Deno.test("the texts within the edits are found, each once, with its distance, in order", () => {
  const met = [0, 0, 0];
  fc.assert(
    fc.property(someWords, anyWord, anyMost, (words, term, most) => {
      const texts = textsOf(words);
      const expected = wordsIn(texts).flatMap((word, number) => {
        const distance = naiveDistance(term, word);
        return distance <= most ? [{ number, distance }] : [];
      });
      assert.deepEqual(walk(texts, term, most).told, expected);
      for (const { distance } of expected) met[distance]!++;
    }),
    { numRuns: 2_000 },
  );
  assert.ok(met.every((times) => times > 20), `distances met: ${met}`);
});

Deno.test("it agrees with isWithinEdits on every word", () => {
  const longer = fc.array(wordOf(1, 20), { minLength: 1, maxLength: 40 });
  fc.assert(fc.property(longer, wordOf(1, 20), anyMost, (words, term, most) => {
    const texts = textsOf(words);
    const near = (word: string) => isWithinEdits(lettersOf(term), lettersOf(word), most);
    const told = walk(texts, term, most).told.map(({ number }) => wordsIn(texts)[number]!);
    assert.deepEqual(told, wordsIn(texts).filter(near));
  }));
});

Deno.test("a text that is a prefix of the next, and letters that share their first bytes, are distinguished", () => {
  const words = ["a", "aa", "aaa", "aaab", "aab", "é", "éa", "è", "李", "杏", "𐐗", "𐐗𐐗", "𐐘"];
  const texts = textsOf(words);
  for (const term of words) {
    const told = walk(texts, term, 1).told.map(({ number, distance }) => [wordsIn(texts)[number], distance]);
    const expected = wordsIn(texts).map((word) => [word, naiveDistance(term, word)] as const);
    assert.deepEqual(told, expected.filter(([, distance]) => distance <= 1), term);
  }
});

Deno.test("a step is a letter; shared prefixes are read once, and texts that cannot match are skipped", () => {
  const stepsFor = (words: string[], term: string, most: number) => walk(textsOf(words), term, most).steps;
  assert.equal(stepsFor(["thabo"], "thabo", 1), 5);
  assert.equal(stepsFor(["thabo", "thabong"], "thabo", 2), 7);
  assert.equal(
    stepsFor(["xy", "xyabcdefgh", "xyz"], "ab", 0),
    1,
    "all that begin with x are left out at once",
  );
  assert.equal(stepsFor([], "thabo", 1), 0);
});

Deno.test("with a smaller budget it stops earlier, and finds the first of the same texts", () => {
  fc.assert(
    fc.property(someWords, anyWord, anyMost, fc.nat({ max: 60 }), (words, term, most, steps) => {
      const texts = textsOf(words);
      const whole = walk(texts, term, most);
      const part = walk(texts, term, most, steps);
      assert.deepEqual(part.told, whole.told.slice(0, part.told.length));
      assert.ok(
        part.steps < steps + longest(texts),
        "the word that it is at is read to its end, and no other",
      );
      if (whole.steps < steps) assert.deepEqual(part, whole, "what is not spent is left");
      if (steps === 0) assert.deepEqual(part, { told: [], steps: 0 });
    }),
    { numRuns: 1_000 },
  );
});

function walk(texts: SortedTexts, term: string, most: number, steps = PLENTY) {
  const budget: Budget = { steps, texts: 0 };
  const told: { number: number; distance: number }[] = [];
  const tell = (number: number, distance: number) => void told.push({ number, distance });
  eachWithinEdits(texts, lettersOf(term), most, budget, tell);
  return { told, steps: steps - budget.steps };
}

function longest(texts: SortedTexts): number {
  return Math.max(0, ...wordsIn(texts).map((word) => [...word].length));
}
