import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import fc from "fast-check";
import { buildTrigrams, TRIGRAM_BYTES } from "@/db/name_index/dictionary/trigrams.ts";
import { runToEnd } from "@/db/name_index/segment/build_segment.ts";
import { type SortedTexts, toBytes } from "@/db/name_index/dictionary/sorted_texts.ts";
import { anyWord, range, textsOf, wordsIn } from "@/tests/support/name_index/any_words.ts";

const someWords = fc.array(anyWord, { maxLength: 60 });

Deno.test("the texts that contain a part are found once each, in order", () => {
  let found = 0;
  const parts = fc.tuple(someWords, anyWord, fc.nat(), fc.nat({ max: 5 }), fc.integer({ min: 3, max: 6 }));
  fc.assert(
    fc.property(parts, ([words, other, nth, from, length]) => {
      const texts = textsOf(words);
      const whole = toBytes(words[nth % Math.max(1, words.length)] ?? other);
      const part = nth % 3 === 0 ? toBytes(other) : whole.subarray(from, from + length);
      if (part.length < TRIGRAM_BYTES) return;
      const holders = Array.from({ length: texts.size }, (_, number) => number)
        .filter((number) => Buffer.from(texts.at(number)).includes(part));
      assert.deepEqual(holdersOf(texts, part), holders);
      found += holders.length;
    }),
    { numRuns: 2_000 },
  );
  assert.ok(found > 300, `${found} found`);
});

Deno.test("trigrams are in order, each once, and each with the texts that contain it", () => {
  fc.assert(fc.property(someWords, (words) => {
    const texts = textsOf(words);
    const { codes, starts, texts: holders } = runToEnd(buildTrigrams(texts));
    const found = Array.from(codes, (code, at) => [code, [...holders.subarray(starts[at], starts[at + 1])]]);
    assert.deepEqual(found, naiveGrams(texts));
    assert.equal(starts.at(-1), holders.length);
  }));
});

Deno.test("a text that contains a trigram twice counts once", () => {
  const texts = textsOf(["aaaaa", "ababab"]);
  assert.deepEqual(holdersOf(texts, toBytes("aaa")), [0]);
  assert.deepEqual(holdersOf(texts, toBytes("aba")), [1]);
  assert.deepEqual(holdersOf(texts, toBytes("aaaaaa")), []);
});

Deno.test("texts shorter than a trigram have none", () => {
  const { codes, starts, texts } = runToEnd(buildTrigrams(textsOf(["a", "ab", "é"])));
  assert.deepEqual([codes.length, [...starts], texts.length], [0, [0], 0]);
});

Deno.test("with a smaller budget it finds the first of the same texts, and spends no more", () => {
  const texts = textsOf(["xaab", "xaac", "xaad", "xaae", "xbbb"]);
  const part = toBytes("xaa");
  for (const [most, told] of [[0, 0], [1, 1], [3, 3], [4, 4], [9, 4]] as const) {
    assert.deepEqual(holdersOf(texts, part, most), [0, 1, 2, 3].slice(0, told), `${most}`);
  }
  const budget = { steps: 0, texts: 5 };
  const grams = runToEnd(buildTrigrams(texts));
  for (let n = 0; n < 3; n++) grams.eachContaining(texts, part, budget, () => {});
  assert.ok(budget.texts <= 0, "all searches for parts spend from one budget");
});

Deno.test("all possible trigrams of a set of letters are found", () => {
  const letters = range(0x4e00, 0x4e00 + 9_000).map((code) => String.fromCodePoint(code, code + 1, code - 1));
  const texts = textsOf([...letters, "a", "aaa"]);
  const { codes, starts, texts: holders } = runToEnd(buildTrigrams(texts));
  assert.ok(codes.length > 9_000, `${codes.length} grams`);
  const found = Array.from(codes, (code, at) => [code, [...holders.subarray(starts[at], starts[at + 1])]]);
  assert.ok(JSON.stringify(found) === JSON.stringify(naiveGrams(texts)), "too many to be told apart");
});

Deno.test("it yields after some thousand bytes, in however few texts they are", () => {
  for (const words of [["ab".repeat(50_000)], range(0, 100).map((n) => `${n}`.repeat(500))]) {
    const texts = textsOf(words);
    const turns = Array.from(buildTrigrams(texts)).length;
    assert.ok(turns >= 2 * Math.floor(texts.bytes.length / 10_000), `${turns} turns`);
  }
});

function holdersOf(texts: SortedTexts, part: Uint8Array, most = 1_000_000): number[] {
  const told: number[] = [];
  runToEnd(buildTrigrams(texts)).eachContaining(
    texts,
    part,
    { steps: 0, texts: most },
    (number) => told.push(number),
  );
  return told;
}

function naiveGrams(texts: SortedTexts): [number, number[]][] {
  const grams = new Map<number, Set<number>>();
  for (const [number, word] of wordsIn(texts).entries()) {
    const bytes = Buffer.from(word);
    for (let at = 0; at + 3 <= bytes.length; at++) {
      const code = bytes.readUIntBE(at, 3);
      grams.set(code, (grams.get(code) ?? new Set()).add(number));
    }
  }
  return [...grams].sort(([a], [b]) => a - b).map(([code, numbers]) => [code, [...numbers]]);
}
