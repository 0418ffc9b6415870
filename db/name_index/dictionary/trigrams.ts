import { Bits } from "./bits.ts";
import { TrigramTable } from "./trigram_table.ts";
import type { Budget } from "@/db/name_index/budget.ts";
import type { SortedTexts } from "./sorted_texts.ts";

export const TRIGRAM_BYTES = 3; // MIN_SUBSTRING letters are at least as many bytes

/**
 * Which texts contain which three bytes in a row, to find substrings without reading all texts: scanning 1,000,000 file
 * numbers takes 20 ms.
 */
export class Trigrams {
  constructor(
    /** Each trigram once, as a number, in order. */
    readonly codes: Uint32Array,
    /** Where the texts of each trigram begin in `texts`, and the end of the last. */
    readonly starts: Uint32Array,
    /** Numbers of texts. */
    readonly texts: Uint32Array,
  ) {}

  /**
   * Calls `onMatch` with each text that contains `part` (3 bytes or more): those of its rarest trigram are read. Stops
   * when the budget is spent: where texts are made of few letters, every one may have to be read.
   */
  eachContaining(
    texts: SortedTexts,
    part: Uint8Array,
    budget: Budget,
    onMatch: (number: number) => void,
  ): void {
    const at = this.#rarest(part);
    if (at === undefined) return;
    for (let n = this.starts[at]!; n < this.starts[at + 1]! && budget.texts-- > 0; n++) {
      const number = this.texts[n]!;
      if (part.length === TRIGRAM_BYTES || texts.includes(number, part)) onMatch(number);
    }
  }

  /** Where the rarest trigram of `part` is; undefined when no text has one of them. */
  #rarest(part: Uint8Array): number | undefined {
    let rarest: number | undefined;
    for (let at = 0; at + TRIGRAM_BYTES <= part.length; at++) {
      const found = this.#find(trigramAt(part, at));
      if (found === undefined) return undefined;
      if (rarest === undefined || this.#count(found) < this.#count(rarest)) rarest = found;
    }
    return rarest;
  }

  #count(at: number): number {
    return this.starts[at + 1]! - this.starts[at]!;
  }

  #find(code: number): number | undefined {
    let [from, to] = [0, this.codes.length];
    while (from < to) {
      const middle = (from + to) >>> 1;
      if (this.codes[middle]! < code) from = middle + 1;
      else to = middle;
    }
    return this.codes[from] === code ? from : undefined;
  }
}

/** The trigrams of all texts. Yields every fraction of a millisecond, however long they are. */
export function* buildTrigrams(texts: SortedTexts): Generator<void, Trigrams> {
  const table = new TrigramTable();
  yield* eachTrigram(texts, (code, number) => table.count(code, number));
  const codes = yield* inOrder(table.codes);
  const starts = yield* table.place(codes);
  const holders = new Uint32Array(starts.at(-1)!);
  yield* eachTrigram(texts, (code, number) => table.note(code, number, holders));
  return new Trigrams(codes, starts, holders);
}

const STEPS_PER_YIELD = 8_192; // bytes of text, or codes

/** Calls `visit` with each trigram of each text, as often as the text contains it. */
function* eachTrigram(
  texts: SortedTexts,
  visit: (code: number, number: number) => void,
): Generator<void, void> {
  const { bytes, starts, size } = texts;
  let nextYield = STEPS_PER_YIELD;
  for (let number = 0; number < size; number++) {
    const last = starts[number + 1]! - TRIGRAM_BYTES;
    for (let at = starts[number]!; at <= last; at++) {
      visit(trigramAt(bytes, at), number);
      if (at < nextYield) continue;
      nextYield = at + STEPS_PER_YIELD;
      yield;
    }
  }
}

/** The codes sorted. Many are sorted as bits of a set, because a sort of numbers cannot be done in slices. */
function* inOrder(codes: Uint32Array): Generator<void, Uint32Array> {
  if (codes.length <= STEPS_PER_YIELD) return codes.slice().sort();
  const set = new Bits(1 << 8 * TRIGRAM_BYTES);
  for (const [at, code] of codes.entries()) {
    set.add(code);
    if (at % STEPS_PER_YIELD === 0) yield;
  }
  const sorted = new Uint32Array(codes.length);
  let made = 0;
  for (const code of set) {
    sorted[made++] = code;
    if (made % STEPS_PER_YIELD === 0) yield;
  }
  return sorted;
}

function trigramAt(bytes: Uint8Array, at: number): number {
  return bytes[at]! << 16 | bytes[at + 1]! << 8 | bytes[at + 2]!;
}
