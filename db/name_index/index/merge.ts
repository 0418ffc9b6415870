import { Field } from "@/db/name_index/dictionary/field.ts";
import { buildTrigrams } from "@/db/name_index/dictionary/trigrams.ts";
import { MergedHolders, REMOVED } from "@/db/name_index/dictionary/merged_holders.ts";
import { compareIds, fieldNames, FIELDS, ID_BYTES, Segment } from "@/db/name_index/segment/segment.ts";
import { SortedTexts } from "@/db/name_index/dictionary/sorted_texts.ts";

const STEPS_PER_YIELD = 500; // a step is a patient or a text

/**
 * Merges segments into one, without the patients who are removed from them when it begins. Yields every fraction of a
 * millisecond, so that it can be done in slices of time.
 */
export function* merge(segments: readonly Segment[]): Generator<void, Segment> {
  const { ids, born, numbers } = yield* mergePatients(segments);
  const byBirth = yield* mergeBirths(segments, born, numbers);
  const fields = {} as Record<keyof typeof FIELDS, Field>;
  for (const name of fieldNames) {
    const { texts, starts, patients } = yield* mergeField(segments.map((each) => each.fields[name]), numbers);
    const grams = FIELDS[name] ? yield* buildTrigrams(texts) : undefined;
    fields[name] = new Field(texts, starts, patients, grams);
  }
  return new Segment(ids, born, byBirth, fields);
}

/** The patients, and for each segment the new number of each of its numbers. */
function* mergePatients(segments: readonly Segment[]) {
  const removed = segments.map((segment) => segment.removed.words.slice()); // a copy: patients go on being removed
  const most = sum(segments.map(({ size }) => size));
  const ids = new Uint8Array(most * ID_BYTES);
  const born = new Int32Array(most);
  const numbers = segments.map(({ size }) => new Uint32Array(size).fill(REMOVED));
  const heads = segments.map(() => 0);
  let made = 0;
  for (let turn = 0;; turn++) {
    const from = firstPatient(segments, heads);
    if (from === undefined) break;
    const number = heads[from]!++;
    if ((removed[from]![number >>> 5]! & 1 << (number & 31)) === 0) {
      ids.set(segments[from]!.idOf(number), made * ID_BYTES);
      born[made] = segments[from]!.birthDays[number]!;
      numbers[from]![number] = made++;
    }
    if (turn % STEPS_PER_YIELD === 0) yield;
  }
  return { ids: ids.subarray(0, made * ID_BYTES), born: born.subarray(0, made), numbers };
}

function firstPatient(segments: readonly Segment[], heads: readonly number[]): number | undefined {
  let first: number | undefined;
  for (const [at, { ids, size }] of segments.entries()) {
    if (heads[at]! >= size) continue;
    if (first === undefined || compareIds(ids, heads[at]!, segments[first]!.ids, heads[first]!) < 0) {
      first = at;
    }
  }
  return first;
}

/** The new numbers in the order of birth. */
function* mergeBirths(segments: readonly Segment[], born: Int32Array, numbers: readonly Uint32Array[]) {
  const byBirth = new Uint32Array(born.length);
  const heads = segments.map(() => 0);
  const next = (at: number) => { // the new number that is next in a segment; GONE at its end
    const { byBirth, size } = segments[at]!;
    while (heads[at]! < size && numbers[at]![byBirth[heads[at]!]!] === REMOVED) heads[at]!++;
    return heads[at]! < size ? numbers[at]![byBirth[heads[at]!]!]! : REMOVED;
  };
  const fronts = segments.map((_, at) => next(at));
  for (let made = 0; made < born.length; made++) {
    const from = firstBorn(fronts, born);
    byBirth[made] = fronts[from]!;
    heads[from]!++;
    fronts[from] = next(from);
    if (made % STEPS_PER_YIELD === 0) yield;
  }
  return byBirth;
}

function firstBorn(fronts: readonly number[], born: Int32Array): number {
  let first = -1;
  for (const [at, number] of fronts.entries()) {
    if (number === REMOVED) continue;
    const earlier = first < 0 || born[number]! < born[fronts[first]!]! ||
      born[number] === born[fronts[first]!] && number < fronts[first]!;
    if (earlier) first = at;
  }
  return first;
}

/** The texts of all fields in order, each with its patients under their new numbers; without texts that no patient has. */
function* mergeField(fields: readonly Field[], numbers: readonly Uint32Array[]) {
  const size = sum(fields.map(({ texts }) => texts.size));
  const bytes = new Uint8Array(sum(fields.map(({ texts }) => texts.bytes.length)));
  const textStarts = new Uint32Array(size + 1);
  const starts = new Uint32Array(size + 1);
  const holders = new MergedHolders(fields, numbers);
  const heads = fields.map(() => 0);
  let made = 0;
  for (let left = STEPS_PER_YIELD;;) {
    const same = firstTexts(fields, heads);
    if (same.length === 0) break;
    holders.startText(same, heads);
    while ((left = holders.add(left - 1)) <= 0) {
      yield;
      left = STEPS_PER_YIELD;
    }
    if (holders.added > starts[made]!) {
      const text = fields[same[0]!]!.texts.at(heads[same[0]!]!);
      bytes.set(text, textStarts[made]!);
      textStarts[made + 1] = textStarts[made]! + text.length;
      starts[++made] = holders.added;
    }
    for (const from of same) heads[from]!++;
  }
  return { // views: the untouched rest takes no memory, and a copy could not be made in slices
    texts: new SortedTexts(bytes.subarray(0, textStarts[made]), textStarts.subarray(0, made + 1)),
    starts: starts.subarray(0, made + 1),
    patients: holders.patients.subarray(0, holders.added),
  };
}

/** The fields whose next text is the first in order. */
function firstTexts(fields: readonly Field[], heads: readonly number[]): number[] {
  let same: number[] = [];
  for (const [at, { texts }] of fields.entries()) {
    if (heads[at]! >= texts.size) continue;
    const order = same.length === 0
      ? -1
      : compareTexts(texts, heads[at]!, fields[same[0]!]!.texts, heads[same[0]!]!);
    if (order < 0) same = [at];
    else if (order === 0) same.push(at);
  }
  return same;
}

function compareTexts(a: SortedTexts, nth: number, b: SortedTexts, mth: number): number {
  const [from, other] = [a.starts[nth]!, b.starts[mth]!];
  const [length, otherLength] = [a.starts[nth + 1]! - from, b.starts[mth + 1]! - other];
  const common = Math.min(length, otherLength);
  for (let at = 0; at < common; at++) {
    const difference = a.bytes[from + at]! - b.bytes[other + at]!;
    if (difference !== 0) return difference;
  }
  return length - otherLength;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}
