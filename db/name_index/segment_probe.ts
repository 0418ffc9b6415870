import type { Bits } from "./bits.ts";
import { namesNeeded, type Probe, type ProbeName } from "./probe.ts";
import type { Segment } from "./segment.ts";

/** Somebody who may be the person probed: the compact number, and how many names are alike. */
export interface Candidate {
  readonly number: number;
  readonly alike: number;
}

/** Who in a segment may be the person probed, for all of its patients at once: see probe.ts. */
export function whoMayBe(segment: Segment, probe: Probe): Candidate[] {
  const fitting = probe.days === undefined ? undefined : whoFits(segment, probe, probe.days);
  if (fitting?.length === 0) return []; // as mostly: nobody's names need to be looked at
  const named = probe.names.map((name, nth) => whoIsNamed(segment, name, segment.scratch(nth + 1)));
  const candidates: Candidate[] = [];
  for (const number of fitting ?? everybodyIn(segment, named)) {
    if (segment.gone.has(number)) continue;
    const alike = named.filter((bits) => bits.has(number)).length;
    if (alike >= namesNeeded(probe)) candidates.push({ number, alike });
  }
  return candidates;
}

/** Who was born on one of the days, or has one of the phone numbers; each once. */
function whoFits(segment: Segment, { phones }: Probe, days: readonly number[]): number[] {
  const fitting = segment.bornOn(days);
  if (phones.length === 0) return fitting;
  const phoned = segment.scratch(0);
  const any = phones.map(({ fromEnd }) => segment.fields.phones.whole(fromEnd, phoned)).includes(true);
  return any ? [...new Set([...fitting, ...phoned])] : fitting;
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

/** Who is in any of the sets. */
function everybodyIn(segment: Segment, sets: readonly Bits[]): Iterable<number> {
  const all = segment.scratch(0);
  for (const bits of sets) all.addFrom(bits);
  return all;
}
