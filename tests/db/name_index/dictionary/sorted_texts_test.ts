import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import fc from "fast-check";
import { compareBytes, toBytes } from "@/db/name_index/dictionary/sorted_texts.ts";
import {
  anyWord,
  inByteOrder,
  range,
  textsOf,
  wordOf,
  wordsIn,
} from "@/tests/support/name_index/any_words.ts";

const someWords = fc.array(anyWord, { maxLength: 60 });

/** Mostly a part of one of the words, so that much is found. */
const wordsAndText = fc.tuple(someWords, anyWord, fc.nat(), fc.nat({ max: 4 }), fc.nat({ max: 4 })).map(
  ([words, other, nth, from, length]) => {
    const word = words[nth % Math.max(1, words.length)] ?? other;
    return { words, text: nth % 4 === 0 ? other : [...word].slice(from, from + length).join("") };
  },
);

Deno.test("texts come back in the order of their bytes", () => {
  fc.assert(fc.property(someWords, (words) => {
    assert.deepEqual(wordsIn(textsOf(words)), inByteOrder(words));
    assert.equal(textsOf(words).size, new Set(words).size);
  }));
});

Deno.test("the order of bytes is Buffer's", () => {
  fc.assert(fc.property(fc.uint8Array(), fc.uint8Array(), (a, b) => {
    assert.equal(Math.sign(compareBytes(a, b)), Buffer.compare(a, b));
  }));
});

Deno.test("find() gives a text's number, or undefined", () => {
  fc.assert(fc.property(wordsAndText, ({ words, text }) => {
    const at = inByteOrder(words).indexOf(text);
    assert.equal(textsOf(words).find(toBytes(text)), at < 0 ? undefined : at);
  }));
});

Deno.test("withPrefix() gives the range of texts with a prefix", () => {
  fc.assert(fc.property(wordsAndText, ({ words, text }) => {
    const [from, to] = textsOf(words).withPrefix(toBytes(text));
    const expected = inByteOrder(words).flatMap((word, at) => word.startsWith(text) ? [at] : []);
    assert.deepEqual(range(from, to), expected);
  }));
});

Deno.test("afterPrefix() gives the first text that does not share so many bytes", () => {
  const shortWords = fc.array(wordOf(1, 4), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(shortWords, fc.nat(), fc.nat({ max: 6 }), (words, nth, bytes) => {
      const texts = textsOf(words);
      const number = nth % texts.size;
      const shared = texts.at(number).subarray(0, bytes);
      const shares = (other: number) =>
        Buffer.compare(texts.at(other).subarray(0, shared.length), shared) === 0;
      const next = range(number, texts.size).find((other) => !shares(other)) ?? texts.size;
      if (shared.length === bytes) assert.equal(texts.afterPrefix(number, bytes), next);
    }),
    { numRuns: 1_000 },
  );
});

Deno.test("includes() says whether a text contains the bytes", () => {
  const met = { yes: 0, no: 0 };
  fc.assert(fc.property(wordsAndText, ({ words, text }) => {
    for (const [number, word] of inByteOrder(words).entries()) {
      met[word.includes(text) ? "yes" : "no"]++;
      assert.equal(textsOf(words).includes(number, toBytes(text)), word.includes(text));
    }
  }));
  assert.ok(met.yes > 50 && met.no > 50, JSON.stringify(met));
});
