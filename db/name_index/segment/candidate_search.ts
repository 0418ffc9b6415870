import type { Bits } from "@/db/name_index/dictionary/bits.ts";
import type { Budget } from "@/db/name_index/budget.ts";
import { namesNeeded, type Probe, type ProbeName } from "@/db/name_index/rule/probe.ts";
import { bytesOf } from "@/db/name_index/dictionary/sorted_texts.ts";
import { reversed } from "@/db/name_index/rule/phones.ts";
import type { Segment } from "./segment.ts";

/** Somebody who may be the person probed: the compact number, and how many names are alike. */
export interface Candidate {
  readonly number: number;
  readonly alike: number;
}

/**
 * Who in a segment may be the person probed, for all of its patients at once: see probe.ts. At most `most` of them, the
 * most names alike first, and among equals who was registered first.
 */
export function whoMayBe(segment: Segment, probe: Probe, most: number, budget: Budget): Candidate[] {
  const needed = namesNeeded(probe);
  const phoned = [...whoHasPhone(segment, probe)];
  const born = probe.days && segment.bornOn(probe.days);
  if (phoned.length === 0 && born?.length === 0) return []; // as mostly: nobody's names need to be looked at
  const named = probe.names.map((name, nth) => whoIsNamed(segment, name, segment.scratch(nth + 1)));
  const fitting = born ?? [...everybodyIn(segment, named)];
  // A letter off is looked for only where it can decide: it costs more than all the rest.
  if (phoned.length > 0 || fitting.some((number) => isOneShort(named, number, needed))) {
    probe.names.forEach((name, nth) => addNear(segment, name, budget, named[nth]!));
  }
  const byAlike: number[][] = Array.from({ length: probe.names.length + 1 }, () => []);
  const rung = new Set(phoned);
  const consider = (number: number, needed: number) => {
    const alike = alikeOf(named, number);
    if (alike >= needed && !segment.gone.has(number)) byAlike[alike]!.push(number);
  };
  for (const number of phoned) consider(number, 1);
  for (const number of fitting) if (!rung.has(number)) consider(number, needed);
  return firstOf(byAlike, most);
}

function isOneShort(named: readonly Bits[], number: number, needed: number): boolean {
  return alikeOf(named, number) === needed - 1;
}

/** How many of somebody's names are alike. */
function alikeOf(named: readonly Bits[], number: number): number {
  let alike = 0;
  for (const bits of named) if (bits.has(number)) alike++;
  return alike;
}

/** Candidates are made of those alone who are given: where everybody has one name, everybody may be the person. */
function firstOf(byAlike: readonly number[][], most: number): Candidate[] {
  const found: Candidate[] = [];
  for (let alike = byAlike.length - 1; alike > 0 && found.length < most; alike--) {
    const numbers = Uint32Array.from(byAlike[alike]!).sort().subarray(0, most - found.length);
    for (const number of numbers) found.push({ number, alike });
  }
  return found;
}

function whoHasPhone(segment: Segment, { phones }: Probe): Iterable<number> {
  const found = segment.scratch(0);
  const any = phones.map((phone) => segment.fields.phones.whole(bytesOf(reversed(phone)), found)).includes(
    true,
  );
  return any ? found : [];
}

/** Adds who has a name that is the same or sounds the same. Whoever has the word has its sound. */
function whoIsNamed(
  { fields: { words, sounds } }: Segment,
  { text, sound }: ProbeName,
  found: Bits,
): Bits {
  if (sound === undefined) words.whole(bytesOf(text), found);
  else sounds.whole(bytesOf(sound), found);
  return found;
}

/** … who has a name that is a letter off. */
function addNear({ fields: { words } }: Segment, { letters }: ProbeName, budget: Budget, found: Bits): void {
  if (letters) words.near(letters, 1, budget)(1, found);
}

/** Who is in any of the sets. */
function everybodyIn(segment: Segment, sets: readonly Bits[]): Iterable<number> {
  const all = segment.scratch(0);
  all.clear();
  for (const bits of sets) all.addFrom(bits);
  return all;
}
