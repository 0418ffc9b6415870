import type { Budget } from "@/db/name_index/budget.ts";
import { firstRow, nextRow } from "@/db/text/edit_distance.ts";
import type { SortedTexts } from "./sorted_texts.ts";

/**
 * Calls `onMatch` with each text that is at most `maxEdits` from `term`. The texts are walked as a prefix tree: sorted
 * texts share their beginnings, so the rows of the edit distance table are computed once for each beginning, and where a
 * beginning is further off than `maxEdits` all texts that begin with it are skipped. Stops when the budget is spent.
 */
export function eachWithinEdits(
  texts: SortedTexts,
  term: readonly number[],
  maxEdits: number,
  budget: Budget,
  onMatch: (number: number, distance: number) => void,
): void {
  const path = new TreeWalk(term);
  for (let number = 0; number < texts.size && budget.steps > 0;) {
    number = path.follow(texts, number, maxEdits, budget, onMatch);
  }
}

/** The letters from the root to the present node, and the table's row at each. */
class TreeWalk {
  readonly #rows: Uint8Array[];
  /** Where each letter ends in its text, in bytes. */
  readonly #ends: number[] = [0];
  readonly #letters: number[] = [];
  #depth = 0;
  #text = -1;

  constructor(private readonly term: readonly number[]) {
    this.#rows = [firstRow(term.length)];
  }

  /** Goes down to a text, or as far as it can still match; returns the number of the text to go on with. */
  follow(
    texts: SortedTexts,
    number: number,
    maxEdits: number,
    budget: Budget,
    onMatch: (number: number, distance: number) => void,
  ): number {
    this.#backtrackTo(texts, number);
    const { bytes, starts } = texts;
    const [start, end] = [starts[number]!, starts[number + 1]!];
    for (let at = start + this.#ends[this.#depth]!; at < end; at = start + this.#ends[this.#depth]!) {
      budget.steps--;
      if (this.#descend(bytes, at) > maxEdits) return texts.afterPrefix(number, this.#ends[this.#depth]!);
    }
    const distance = this.#rows[this.#depth]![this.term.length]!;
    if (distance <= maxEdits) onMatch(number, distance);
    return number + 1;
  }

  /** Back up to where this text and that of the last call differ. */
  #backtrackTo(texts: SortedTexts, number: number): void {
    const shared = this.#text < 0 ? 0 : texts.commonBytes(this.#text, number);
    while (this.#ends[this.#depth]! > shared) this.#depth--;
    this.#text = number;
  }

  #descend(bytes: Uint8Array, at: number): number {
    const letter = letterAt(bytes, at);
    const depth = this.#depth++;
    this.#letters[depth] = letter;
    this.#ends[depth + 1] = this.#ends[depth]! + lengthOf(bytes[at]!);
    const row = this.#rows[depth + 1] ??= new Uint8Array(this.term.length + 1);
    return nextRow(
      row,
      this.#rows[depth]!,
      this.#rows[depth - 1],
      this.term,
      letter,
      this.#letters[depth - 1]!,
    );
  }
}

/** The code point that begins at `at` of valid UTF-8 (RFC 3629 §3). */
function letterAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at]!;
  if (first < 0x80) return first;
  const more = (n: number) => bytes[at + n]! & 0x3f;
  if (first < 0xe0) return (first & 0x1f) << 6 | more(1);
  if (first < 0xf0) return (first & 0x0f) << 12 | more(1) << 6 | more(2);
  return (first & 0x07) << 18 | more(1) << 12 | more(2) << 6 | more(3);
}

/** How many bytes the letter takes that begins with this byte. */
function lengthOf(first: number): number {
  if (first < 0x80) return 1;
  if (first < 0xe0) return 2;
  return first < 0xf0 ? 3 : 4;
}
