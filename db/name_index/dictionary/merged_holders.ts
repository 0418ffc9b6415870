import type { Field } from "./field.ts";

/** Stands for the new number of a patient who was removed. */
export const REMOVED = 0xffff_ffff;

/** The patients of all texts of a merged field under their new numbers, one text after the other. */
export class MergedHolders {
  /** Those added so far, and room for the others. */
  readonly patients: Uint32Array;
  #added = 0;
  /** For each field that holds the text: where its patients are read, where they end, and the new number of the next. */
  readonly #heads: Uint32Array;
  readonly #ends: Uint32Array;
  readonly #fronts: Uint32Array;
  #from: readonly number[] = [];

  /** @param numbers for each field the new number of each of its patients */
  constructor(private readonly fields: readonly Field[], private readonly numbers: readonly Uint32Array[]) {
    this.patients = new Uint32Array(fields.reduce((sum, field) => sum + field.patients.length, 0));
    this.#heads = new Uint32Array(fields.length);
    this.#ends = new Uint32Array(fields.length);
    this.#fronts = new Uint32Array(fields.length);
  }

  /** How many were added so far. */
  get added(): number {
    return this.#added;
  }

  /** Starts with the next text. @param from the fields that hold it @param texts its number in each field */
  startText(from: readonly number[], texts: readonly number[]): void {
    this.#from = from;
    for (const at of from) {
      this.#heads[at] = this.fields[at]!.starts[texts[at]!]!;
      this.#ends[at] = this.fields[at]!.starts[texts[at]! + 1]!;
      this.#fronts[at] = this.#next(at);
    }
  }

  /**
   * Adds up to `limit` patients of the text, in the order of registration, as each field has them. Returns how many more
   * it could have added: 0 where there may be more to come.
   */
  add(limit: number): number {
    for (let left = limit; left > 0; left--) {
      const first = this.#first();
      if (first < 0) return left;
      this.patients[this.#added++] = this.#fronts[first]!;
      this.#fronts[first] = this.#next(first);
    }
    return 0;
  }

  /** The field whose next patient comes first; -1 at the end. */
  #first(): number {
    let first = -1;
    let lowest = REMOVED;
    for (const at of this.#from) {
      if (this.#fronts[at]! >= lowest) continue;
      lowest = this.#fronts[at]!;
      first = at;
    }
    return first;
  }

  /** The new number of the next patient of a field who is not removed; REMOVED at the end. */
  #next(at: number): number {
    const { patients } = this.fields[at]!;
    while (this.#heads[at]! < this.#ends[at]!) {
      const number = this.numbers[at]![patients[this.#heads[at]!++]!]!;
      if (number !== REMOVED) return number;
    }
    return REMOVED;
  }
}
