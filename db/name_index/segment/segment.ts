import { Bits } from "@/db/name_index/dictionary/bits.ts";
import type { Field } from "@/db/name_index/dictionary/field.ts";

export const ID_BYTES = 16;

/** What patients are found by, and whether its substrings are searched too. */
export const FIELDS = { words: true, sounds: false, numbers: true, phones: false } as const;
export type FieldName = keyof typeof FIELDS;
export const fieldNames = Object.keys(FIELDS) as FieldName[];

/**
 * Patients in the order of registration, each with a compact number from 0, and what they are found by (as a segment of
 * Lucene). It is immutable but for the set of removed patients. What belongs in segment/ is the search of one segment.
 */
export class Segment {
  /** Those changed or voided since: they are in another segment or in none. */
  readonly removed: Bits;
  #removedCount = 0;
  readonly #scratch: Bits[] = [];

  constructor(
    /** 16 bytes a patient, in order. */
    readonly ids: Uint8Array,
    /** Days since 1970-01-01. */
    readonly birthDays: Int32Array,
    /** The compact numbers ordered by `birthDays`, and on the same day by themselves. */
    readonly byBirth: Uint32Array,
    readonly fields: Readonly<Record<FieldName, Field>>,
  ) {
    this.removed = new Bits(birthDays.length);
  }

  /** How many numbers there are. */
  get size(): number {
    return this.birthDays.length;
  }

  /** How many patients are not removed. */
  get activeCount(): number {
    return this.size - this.#removedCount;
  }

  /** Removes a patient; returns whether they were in it. */
  remove(id: Uint8Array): boolean {
    const number = this.find(id);
    if (number === undefined || this.removed.has(number)) return false;
    this.removed.add(number);
    this.#removedCount++;
    return true;
  }

  /** The number of a patient, removed or not. */
  find(id: Uint8Array): number | undefined {
    let [from, to] = [0, this.size];
    while (from < to) {
      const middle = (from + to) >>> 1;
      if (compareIds(this.ids, middle, id, 0) < 0) from = middle + 1;
      else to = middle;
    }
    return from < this.size && compareIds(this.ids, from, id, 0) === 0 ? from : undefined;
  }

  /** The patients born on one of these days (ascending), removed or not. */
  bornOn(days: readonly number[]): number[] {
    const found: number[] = [];
    let at = 0;
    for (const day of days) {
      at = this.#firstBornFrom(day, at);
      while (at < this.size && this.birthDays[this.byBirth[at]!] === day) found.push(this.byBirth[at++]!);
      if (at === this.size) break;
    }
    return found;
  }

  /** Where in `byBirth`, from `from` on, those begin who were born on a day or later. */
  #firstBornFrom(day: number, from: number): number {
    let step = 1; // galloping search: the days are close to each other
    while (from + step < this.size && this.birthDays[this.byBirth[from + step]!]! < day) step *= 2;
    let to = Math.min(from + step, this.size);
    from += step >>> 1;
    while (from < to) {
      const middle = (from + to) >>> 1;
      if (this.birthDays[this.byBirth[middle]!]! < day) from = middle + 1;
      else to = middle;
    }
    return from;
  }

  idOf(number: number): Uint8Array {
    return this.ids.subarray(number * ID_BYTES, (number + 1) * ID_BYTES);
  }

  /** An empty set to work with, one for each `nth`. They are shared: searches are synchronous and never interleave. */
  scratch(nth: number): Bits {
    const bits = this.#scratch[nth] ??= new Bits(this.size);
    bits.clear();
    return bits;
  }
}

/** Below, at or above 0 as the nth id of `a` comes before, is, or comes after the mth of `b`. */
export function compareIds(a: Uint8Array, nth: number, b: Uint8Array, mth: number): number {
  const [from, other] = [nth * ID_BYTES, mth * ID_BYTES];
  for (let at = 0; at < ID_BYTES; at++) {
    const difference = a[from + at]! - b[other + at]!;
    if (difference !== 0) return difference;
  }
  return 0;
}
