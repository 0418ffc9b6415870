import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import fc from "fast-check";
import { GRAM, gramsOf } from "../../../db/name_index/grams.ts";
import { toEnd } from "../../../db/name_index/segment_of.ts";
import { bytesOf, type Texts } from "../../../db/name_index/texts.ts";
import { anyWord, textsOf, wordsIn } from "./words.ts";

const someWords = fc.array(anyWord, { maxLength: 60 });

Deno.test("the texts that hold a part are told once each, in order", () => {
  let found = 0;
  const parts = fc.tuple(someWords, anyWord, fc.nat(), fc.nat({ max: 5 }), fc.integer({ min: 3, max: 6 }));
  fc.assert(
    fc.property(parts, ([words, other, nth, from, length]) => {
      const texts = textsOf(words);
      const whole = bytesOf(words[nth % Math.max(1, words.length)] ?? other);
      const part = nth % 3 === 0 ? bytesOf(other) : whole.subarray(from, from + length);
      if (part.length < GRAM) return;
      const holders = Array.from({ length: texts.size }, (_, number) => number)
        .filter((number) => Buffer.from(texts.at(number)).includes(part));
      assert.deepEqual(holdersOf(texts, part), holders);
      found += holders.length;
    }),
    { numRuns: 2_000 },
  );
  assert.ok(found > 300, `${found} found`);
});

Deno.test("grams are in order, each once, and each with the texts that hold it", () => {
  fc.assert(fc.property(someWords, (words) => {
    const texts = textsOf(words);
    const { codes, starts, texts: holders } = toEnd(gramsOf(texts));
    const found = Array.from(codes, (code, at) => [code, [...holders.subarray(starts[at], starts[at + 1])]]);
    assert.deepEqual(found, naiveGrams(texts));
    assert.equal(starts.at(-1), holders.length);
  }));
});

Deno.test("a gram that comes twice in a text counts it once", () => {
  const texts = textsOf(["aaaaa", "ababab"]);
  assert.deepEqual(holdersOf(texts, bytesOf("aaa")), [0]);
  assert.deepEqual(holdersOf(texts, bytesOf("aba")), [1]);
  assert.deepEqual(holdersOf(texts, bytesOf("aaaaaa")), []);
});

Deno.test("texts shorter than a gram have none", () => {
  const { codes, starts, texts } = toEnd(gramsOf(textsOf(["a", "ab", "é"])));
  assert.deepEqual([codes.length, [...starts], texts.length], [0, [0], 0]);
});

function holdersOf(texts: Texts, part: Uint8Array): number[] {
  const told: number[] = [];
  toEnd(gramsOf(texts)).eachWith(texts, part, (number) => told.push(number));
  return told;
}

function naiveGrams(texts: Texts): [number, number[]][] {
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
