import type { Texts } from "./texts.ts";

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

  /** Tells of each text that holds `part` (3 bytes or more), by way of the rarest of its grams. */
  eachWith(texts: Texts, part: Uint8Array, tell: (number: number) => void): void {
    const at = this.#rarest(part);
    if (at === undefined) return;
    for (let n = this.starts[at]!; n < this.starts[at + 1]!; n++) {
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

/** The grams of all texts. Yields now and then, so that others get their turn. */
export function* gramsOf(texts: Texts): Generator<void, Grams> {
  const counts = new Map<number, number>();
  yield* eachGram(texts, (code) => counts.set(code, (counts.get(code) ?? 0) + 1));
  const codes = Uint32Array.from(counts.keys()).sort();
  const starts = new Uint32Array(codes.length + 1);
  for (const [at, code] of codes.entries()) starts[at + 1] = starts[at]! + counts.get(code)!;
  const next = new Map(Array.from(codes, (code, at) => [code, starts[at]!]));
  const holders = new Uint32Array(starts.at(-1)!);
  yield* eachGram(texts, (code, number) => {
    const at = next.get(code)!;
    holders[at] = number;
    next.set(code, at + 1);
  });
  return new Grams(codes, starts, holders);
}

const BETWEEN_TURNS = 2_000; // texts

/** Each gram of each text once. */
function* eachGram(texts: Texts, tell: (code: number, number: number) => void): Generator<void, void> {
  for (let number = 0; number < texts.size; number++) {
    const bytes = texts.at(number);
    for (let at = 0; at + GRAM <= bytes.length; at++) {
      const code = gramAt(bytes, at);
      if (!comesBefore(bytes, at, code)) tell(code, number);
    }
    if (number % BETWEEN_TURNS === 0) yield;
  }
}

function comesBefore(bytes: Uint8Array, end: number, code: number): boolean {
  for (let at = 0; at < end; at++) if (gramAt(bytes, at) === code) return true;
  return false;
}

function gramAt(bytes: Uint8Array, at: number): number {
  return bytes[at]! << 16 | bytes[at + 1]! << 8 | bytes[at + 2]!;
}
