import type { Bits } from "./bits.ts";
import type { Budget } from "@/db/name_index/budget.ts";
import { eachNear } from "./fuzzy_match.ts";
import type { Grams } from "./trigrams.ts";
import { GRAM } from "./trigrams.ts";
import type { Texts } from "./sorted_texts.ts";

/** One thing that patients are found by (words, sounds, file numbers, phones): each text, and who has it. */
export class Field {
  constructor(
    readonly texts: Texts,
    /** Where the patients of each text begin in `patients`, and the end. */
    readonly starts: Uint32Array,
    /** Compact patient numbers, ascending for each text. */
    readonly patients: Uint32Array,
    /** Where parts of texts are looked for too. */
    readonly grams: Grams | undefined,
  ) {}

  /** Adds to `found` who has this text. Each of these tells whether there was any. */
  whole(text: Uint8Array, found: Bits): boolean {
    const number = this.texts.find(text);
    return number !== undefined && this.#add(number, number + 1, found);
  }

  /** … who has a text that begins so. */
  beginning(text: Uint8Array, found: Bits): boolean {
    const [from, to] = this.texts.beginning(text);
    return this.#add(from, to, found);
  }

  /** … who has a text that begins so and goes on. */
  longer(text: Uint8Array, found: Bits): boolean {
    const [from, to] = this.texts.beginning(text);
    const isWhole = from < to && this.texts.at(from).length === text.length;
    return this.#add(isWhole ? from + 1 : from, to, found);
  }

  /** … who has a text that holds this one, of 3 bytes or more, elsewhere than at its beginning. */
  part(text: Uint8Array, budget: Budget, found: Bits): boolean {
    let any = false;
    if (text.length < GRAM) return any;
    const [from, to] = this.texts.beginning(text);
    this.grams?.eachWith(this.texts, text, budget, (number) => {
      if (number < from || number >= to) any = this.#add(number, number + 1, found);
    });
    return any;
  }

  /** The texts that are so many edits off, or fewer: what adds who has them, for each distance. */
  near(letters: readonly number[], most: number, budget: Budget): (distance: number, found: Bits) => boolean {
    const near: { number: number; distance: number }[] = [];
    eachNear(this.texts, letters, most, budget, (number, distance) => near.push({ number, distance }));
    return (distance, found) => {
      const fitting = near.filter((each) => each.distance <= distance);
      for (const { number } of fitting) this.#add(number, number + 1, found);
      return fitting.length > 0;
    };
  }

  /** The patients of the texts from one number up to, without, another: they lie together. */
  #add(from: number, to: number, found: Bits): boolean {
    const [start, end] = [this.starts[from]!, this.starts[to]!];
    found.addAll(this.patients, start, end);
    return end > start;
  }
}
