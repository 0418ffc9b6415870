import type { Bits } from "./bits.ts";
import type { Budget } from "@/db/name_index/budget.ts";
import { eachWithinEdits } from "./fuzzy_match.ts";
import type { Trigrams } from "./trigrams.ts";
import { TRIGRAM_BYTES } from "./trigrams.ts";
import type { SortedTexts } from "./sorted_texts.ts";

/**
 * One field that patients are found by (words, sounds, file numbers, phones): each text, and the patients who have it. The
 * add methods add those patients to a set and return whether there are any.
 */
export class Field {
  constructor(
    readonly texts: SortedTexts,
    /** Where the patients of each text begin in `patients`, and the end. */
    readonly starts: Uint32Array,
    /** Compact patient numbers, ascending for each text: its posting list. */
    readonly patients: Uint32Array,
    /** In the fields whose substrings are searched too. */
    readonly trigrams: Trigrams | undefined,
  ) {}

  /** The patients who have this text. */
  addExact(text: Uint8Array, found: Bits): boolean {
    const number = this.texts.find(text);
    return number !== undefined && this.#add(number, number + 1, found);
  }

  /** Those who have a text that begins with this one. */
  addPrefix(text: Uint8Array, found: Bits): boolean {
    const [from, to] = this.texts.withPrefix(text);
    return this.#add(from, to, found);
  }

  /** Those who have a longer text that begins with this one. */
  addLonger(text: Uint8Array, found: Bits): boolean {
    const [from, to] = this.texts.withPrefix(text);
    const isWhole = from < to && this.texts.at(from).length === text.length;
    return this.#add(isWhole ? from + 1 : from, to, found);
  }

  /** Those who have a text that contains this one, of 3 bytes or more, elsewhere than at its beginning. */
  addSubstring(text: Uint8Array, budget: Budget, found: Bits): boolean {
    let any = false;
    if (text.length < TRIGRAM_BYTES) return any;
    const [from, to] = this.texts.withPrefix(text);
    this.trigrams?.eachContaining(this.texts, text, budget, (number) => {
      if (number < from || number >= to) any = this.#add(number, number + 1, found);
    });
    return any;
  }

  /** The texts that are at most `maxEdits` off. They are searched for once, and can then be added by distance. */
  findNear(letters: readonly number[], maxEdits: number, budget: Budget): NearTexts {
    const near: { number: number; distance: number }[] = [];
    eachWithinEdits(
      this.texts,
      letters,
      maxEdits,
      budget,
      (number, distance) => near.push({ number, distance }),
    );
    const add = (distance: number, found: Bits) => {
      const matching = near.filter((each) => each.distance <= distance);
      for (const { number } of matching) this.#add(number, number + 1, found);
      return matching.length > 0;
    };
    return { add };
  }

  /** The patients of the texts from one number up to, without, another: their lists are next to each other. */
  #add(from: number, to: number, found: Bits): boolean {
    const [start, end] = [this.starts[from]!, this.starts[to]!];
    found.addAll(this.patients, start, end);
    return end > start;
  }
}

export interface NearTexts {
  /** Adds the patients with a text at most so many edits off; returns whether there are any. */
  add(distance: number, found: Bits): boolean;
}
