import { Bits } from "./bits.ts";
import type { Budget } from "./near.ts";
import { namesNeeded, type Probe, type ProbeWord } from "./probe.ts";
import type { Segment } from "./segment.ts";
import { reversed } from "./segment_search.ts";
import { bytesOf } from "./texts.ts";

/** The compact numbers of those in a segment who may be the person probed, in order of registration: see probe.ts. */
export function whoMayBe(segment: Segment, probe: Probe, budget: Budget): number[] {
  const { alike, enough } = namesAlike(segment, probe, budget);
  const found: number[] = [];
  const phoned = samePhone(segment, probe);
  eachIn(enough, (number) => {
    if (probe.mayBeBornOn(segment.born[number]!)) found.push(number);
  });
  eachIn(phoned, (number) => {
    if (alike.has(number)) found.push(number);
  });
  return [...new Set(found)].filter((number) => !segment.gone.has(number)).sort((a, b) => a - b);
}

/** Who has a name like one of the probe's, and who has as many as are needed. */
function namesAlike(segment: Segment, probe: Probe, budget: Budget): { alike: Bits; enough: Bits } {
  const [alike, two, word] = [segment.scratch(0), segment.scratch(1), segment.scratch(2)];
  for (const each of probe.words) {
    word.clear();
    addAlike(segment, each, budget, word);
    for (let at = 0; at < word.words.length; at++) two.words[at]! |= alike.words[at]! & word.words[at]!;
    for (let at = 0; at < word.words.length; at++) alike.words[at]! |= word.words[at]!;
  }
  return { alike, enough: namesNeeded(probe) === 1 ? alike : two };
}

function addAlike(
  { fields: { words, sounds } }: Segment,
  word: ProbeWord,
  budget: Budget,
  found: Bits,
): void {
  words.whole(bytesOf(word.text), found);
  if (word.sound !== undefined) sounds.whole(bytesOf(word.sound), found);
  if (word.slips) words.near(word.letters, 1, budget)(1, found);
}

function samePhone(segment: Segment, probe: Probe): Bits {
  const found = segment.scratch(3);
  for (const phone of probe.phones) segment.fields.phones.whole(bytesOf(reversed(phone)), found);
  return found;
}

function eachIn(bits: Bits, tell: (number: number) => void): void {
  for (let at = 0; at < bits.words.length; at++) {
    for (let word = bits.words[at]!; word !== 0; word &= word - 1) {
      tell(at * 32 + 31 - Math.clz32(word & -word));
    }
  }
}
