import type { Bits } from "./bits.ts";
import type { Budget } from "./near.ts";
import { namesNeeded, type Probe, type ProbeName } from "./probe.ts";
import type { Segment } from "./segment.ts";

/** Somebody who may be the person probed: the compact number, and how many names are alike. */
export interface Candidate {
  readonly number: number;
  readonly alike: number;
}

/** Who in a segment may be the person probed, for all of its patients at once: see probe.ts. */
export function whoMayBe(segment: Segment, probe: Probe, budget: Budget): Candidate[] {
  const needed = namesNeeded(probe);
  const phoned = [...whoHasPhone(segment, probe)];
  const born = probe.days && segment.bornOn(probe.days);
  if (phoned.length === 0 && born?.length === 0) return []; // as mostly: nobody's names need to be looked at
  const named = probe.names.map((name, nth) => whoIsNamed(segment, name, segment.scratch(nth + 1)));
  const fitting = born ?? [...everybodyIn(segment, named)];
  // A letter off is looked for only where it can decide: it costs more than all the rest.
  if (phoned.length > 0 || withNames(named, fitting, needed - 1).some(({ alike }) => alike < needed)) {
    probe.names.forEach((name, nth) => addNear(segment, name, budget, named[nth]!));
  }
  const found = [...withNames(named, phoned, 1), ...withNames(named, fitting, needed)]
    .filter(({ number }) => !segment.gone.has(number));
  return [...new Map(found.map((candidate) => [candidate.number, candidate])).values()];
}

function whoHasPhone(segment: Segment, { phones }: Probe): Iterable<number> {
  const found = segment.scratch(0);
  const any = phones.map(({ fromEnd }) => segment.fields.phones.whole(fromEnd, found)).includes(true);
  return any ? found : [];
}

function whoIsNamed(
  { fields: { words, sounds } }: Segment,
  { bytes, soundBytes }: ProbeName,
  found: Bits,
): Bits {
  words.whole(bytes, found);
  if (soundBytes) sounds.whole(soundBytes, found);
  return found;
}

/** … who has a name that is a letter off. */
function addNear({ fields: { words } }: Segment, { letters }: ProbeName, budget: Budget, found: Bits): void {
  if (letters) words.near(letters, 1, budget)(1, found);
}

/** Those of whom enough names are alike. */
function withNames(named: readonly Bits[], numbers: Iterable<number>, needed: number): Candidate[] {
  const found: Candidate[] = [];
  for (const number of numbers) {
    let alike = 0;
    for (const bits of named) if (bits.has(number)) alike++;
    if (alike >= needed) found.push({ number, alike });
  }
  return found;
}

/** Who is in any of the sets. */
function everybodyIn(segment: Segment, sets: readonly Bits[]): Iterable<number> {
  const all = segment.scratch(0);
  all.clear();
  for (const bits of sets) all.addFrom(bits);
  return all;
}
