import { Buffer } from "node:buffer";
import fc from "fast-check";
import { compareBytes, SortedTexts, toBytes } from "@/db/name_index/dictionary/sorted_texts.ts";

// Few letters, so that words meet; of one, two, three and four bytes in UTF-8, some sharing their first bytes.
const LETTERS = ["a", "b", "o", "é", "è", "ж", "ĸ", "李", "杏", "각", "𐐗", "𐐘", "𠀀"] as const;

const anyLetter = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom("a", "b") },
  { weight: 2, arbitrary: fc.constantFrom(...LETTERS) },
);

/** A word of the letters of several scripts, most of them like many others. */
export const anyWord: fc.Arbitrary<string> = wordOf(1, 9);

export function wordOf(minLength: number, maxLength: number): fc.Arbitrary<string> {
  return fc.array(anyLetter, { minLength, maxLength }).map((letters) => letters.join(""));
}

/** Each once, in the order of Texts. */
export function inByteOrder(words: readonly string[]): string[] {
  return [...new Set(words)].sort((a, b) => compareBytes(toBytes(a), toBytes(b)));
}

export function textsOf(words: readonly string[]): SortedTexts {
  const parts = inByteOrder(words).map(toBytes);
  const starts = new Uint32Array(parts.length + 1);
  for (const [at, part] of parts.entries()) starts[at + 1] = starts[at]! + part.length;
  return new SortedTexts(Buffer.concat(parts), starts);
}

/** The texts as words again. */
export function wordsIn(texts: SortedTexts): string[] {
  return Array.from({ length: texts.size }, (_, number) => new TextDecoder().decode(texts.at(number)));
}

/** The numbers from one up to, without, another. */
export function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, n) => from + n);
}
