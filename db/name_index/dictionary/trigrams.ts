import { Bits } from "./bits.ts";
import { GramTable } from "./trigram_table.ts";
import type { Budget } from "@/db/name_index/budget.ts";
import type { Texts } from "./sorted_texts.ts";

export const GRAM = 3; // bytes; SHORTEST_PART letters are at least as many

/**
 * Which texts hold which three bytes in a row, to find parts of texts without reading them all: scanning 1,000,000 file
 * numbers takes 20 ms.
 */
export class Grams {
  constructor(
    /** Each gram once, in order. */
    readonly codes: Uint32Array,
    /** Where the texts of each gram begin in `texts`, and the end. */
    readonly starts: Uint32Array,
    /** Numbers of texts. */
    readonly texts: Uint32Array,
  ) {}

  /**
   * Tells of each text that holds `part` (3 bytes or more), by way of the rarest of its grams. Stops where the budget
   * ends: with words of two letters alone, every text may have to be looked at.
   */
  eachWith(texts: Texts, part: Uint8Array, budget: Budget, tell: (number: number) => void): void {
    const at = this.#rarest(part);
    if (at === undefined) return;
    for (let n = this.starts[at]!; n < this.starts[at + 1]! && budget.texts-- > 0; n++) {
      const number = this.texts[n]!;
      if (part.length === GRAM || texts.includes(number, part)) tell(number);
    }
  }

  /** Where the rarest gram of `part` is; undefined when one of them is nowhere. */
  #rarest(part: Uint8Array): number | undefined {
    let rarest: number | undefined;
    for (let at = 0; at + GRAM <= part.length; at++) {
      const found = this.#find(gramAt(part, at));
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

/** The grams of all texts. Yields every fraction of a millisecond, however long they are, so that others get their turn. */
export function* gramsOf(texts: Texts): Generator<void, Grams> {
  const table = new GramTable();
  yield* eachGram(texts, (code, number) => table.count(code, number));
  const codes = yield* inOrder(table.codes);
  const starts = yield* table.place(codes);
  const holders = new Uint32Array(starts.at(-1)!);
  yield* eachGram(texts, (code, number) => table.note(code, number, holders));
  return new Grams(codes, starts, holders);
}

const BETWEEN_TURNS = 8_192; // bytes of text, or codes

/** Each gram of each text, as often as it is in it. */
function* eachGram(texts: Texts, tell: (code: number, number: number) => void): Generator<void, void> {
  const { bytes, starts, size } = texts;
  let nextTurn = BETWEEN_TURNS;
  for (let number = 0; number < size; number++) {
    const last = starts[number + 1]! - GRAM;
    for (let at = starts[number]!; at <= last; at++) {
      tell(gramAt(bytes, at), number);
      if (at < nextTurn) continue;
      nextTurn = at + BETWEEN_TURNS;
      yield;
    }
  }
}

/** The codes sorted. Many are sorted as bits of a set, because sorting numbers cannot be cut into pieces. */
function* inOrder(codes: Uint32Array): Generator<void, Uint32Array> {
  if (codes.length <= BETWEEN_TURNS) return codes.slice().sort();
  const set = new Bits(1 << 8 * GRAM);
  for (const [at, code] of codes.entries()) {
    set.add(code);
    if (at % BETWEEN_TURNS === 0) yield;
  }
  const sorted = new Uint32Array(codes.length);
  let made = 0;
  for (const code of set) {
    sorted[made++] = code;
    if (made % BETWEEN_TURNS === 0) yield;
  }
  return sorted;
}

function gramAt(bytes: Uint8Array, at: number): number {
  return bytes[at]! << 16 | bytes[at + 1]! << 8 | bytes[at + 2]!;
}
