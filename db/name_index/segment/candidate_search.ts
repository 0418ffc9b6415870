import type { Bits } from "@/db/name_index/dictionary/bits.ts";
import type { Budget } from "@/db/name_index/budget.ts";
import { type Probe, type ProbeName, similarNamesNeeded } from "@/db/name_index/rule/probe.ts";
import { toBytes } from "@/db/name_index/dictionary/sorted_texts.ts";
import { reversed } from "@/db/name_index/rule/phones.ts";
import type { Segment } from "./segment.ts";

/** A patient who may be the person described: the compact number, and how many names are similar. */
export interface Candidate {
  readonly number: number;
  readonly similarNames: number;
}

/**
 * The patients of a segment who may be the person described, by the rule of probe.ts for all of them at once. At most
 * `limit`: those with the most similar names first, and among equals those registered first.
 */
export function findCandidates(segment: Segment, probe: Probe, limit: number, budget: Budget): Candidate[] {
  const needed = similarNamesNeeded(probe);
  const bySamePhone = [...withSamePhone(segment, probe)];
  const born = probe.days && segment.bornOn(probe.days);
  if (bySamePhone.length === 0 && born?.length === 0) return []; // the usual case: no names need to be compared
  const similar = probe.names.map((name, nth) => addSameName(segment, name, segment.scratch(nth + 1)));
  const byBirth = born ?? [...union(segment, similar)];
  // One edit is looked for only where it can decide: it costs more than all the rest.
  if (bySamePhone.length > 0 || byBirth.some((number) => isOneShort(similar, number, needed))) {
    probe.names.forEach((name, nth) => addSimilarName(segment, name, budget, similar[nth]!));
  }
  const bySimilarNames: number[][] = Array.from({ length: probe.names.length + 1 }, () => []);
  const withPhone = new Set(bySamePhone);
  const consider = (number: number, needed: number) => {
    const similarNames = countSimilar(similar, number);
    if (similarNames >= needed && !segment.removed.has(number)) bySimilarNames[similarNames]!.push(number);
  };
  for (const number of bySamePhone) consider(number, 1);
  for (const number of byBirth) if (!withPhone.has(number)) consider(number, needed);
  return firstOf(bySimilarNames, limit);
}

function isOneShort(similar: readonly Bits[], number: number, needed: number): boolean {
  return countSimilar(similar, number) === needed - 1;
}

/** How many of the names described a patient has. */
function countSimilar(similar: readonly Bits[], number: number): number {
  let count = 0;
  for (const bits of similar) if (bits.has(number)) count++;
  return count;
}

/** Objects are made only for those returned: where all patients share a name, all of them are candidates. */
function firstOf(bySimilarNames: readonly number[][], limit: number): Candidate[] {
  const found: Candidate[] = [];
  for (
    let similarNames = bySimilarNames.length - 1;
    similarNames > 0 && found.length < limit;
    similarNames--
  ) {
    const numbers = Uint32Array.from(bySimilarNames[similarNames]!).sort().subarray(0, limit - found.length);
    for (const number of numbers) found.push({ number, similarNames });
  }
  return found;
}

function withSamePhone(segment: Segment, { phones }: Probe): Iterable<number> {
  const found = segment.scratch(0);
  let any = false;
  for (const phone of phones) any = segment.fields.phones.addExact(toBytes(reversed(phone)), found) || any;
  return any ? found : [];
}

/** Adds the patients with a name that is or sounds the same. Whoever has the word has its sound too. */
function addSameName(
  { fields: { words, sounds } }: Segment,
  { text, sound }: ProbeName,
  found: Bits,
): Bits {
  if (sound === undefined) words.addExact(toBytes(text), found);
  else sounds.addExact(toBytes(sound), found);
  return found;
}

/** Adds the patients with a name that is one edit off. */
function addSimilarName(
  { fields: { words } }: Segment,
  { letters }: ProbeName,
  budget: Budget,
  found: Bits,
): void {
  if (letters) words.findNear(letters, 1, budget).add(1, found);
}

/** The patients of any of the sets. */
function union(segment: Segment, sets: readonly Bits[]): Iterable<number> {
  const all = segment.scratch(0);
  all.clear();
  for (const bits of sets) all.addFrom(bits);
  return all;
}
