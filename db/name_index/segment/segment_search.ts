import { type Bits, countOf, lowestIn } from "@/db/name_index/dictionary/bits.ts";
import type { Budget } from "@/db/name_index/budget.ts";
import { reversed } from "@/db/name_index/rule/phones.ts";
import type { Query, Term } from "@/db/name_index/rule/query.ts";
import { Rank, SHORTEST_PART } from "@/db/name_index/rule/rule.ts";
import type { Segment } from "./segment.ts";
import { bytesOf } from "@/db/name_index/dictionary/sorted_texts.ts";

/** Somebody found: the compact number, and how well they match. */
export interface SegmentHit {
  readonly number: number;
  readonly rank: Rank;
}

/**
 * One search of one segment, rank by rank from the best. Each term has a set of who matches it so well or better; who is
 * in all of them is found. It does what rule.ts says, for all patients at once.
 */
export class SegmentSearch {
  total = 0;
  /** The first found, in the documented order; at most as many as asked for. */
  readonly hits: SegmentHit[] = [];
  readonly #terms: readonly Looked[];
  readonly #whole: Looked | undefined;
  readonly #found: Bits;

  constructor(
    private readonly segment: Segment,
    { terms, whole }: Query,
    private readonly most: number,
    private readonly budget: Budget,
  ) {
    const looking = (term: Term, nth: number): Looked => {
      return { term, text: bytesOf(term.text), matching: segment.scratch(nth + 1), near: undefined };
    };
    this.#found = segment.scratch(0);
    this.#terms = terms.map(looking);
    this.#whole = whole && looking(whole, terms.length);
  }

  /** Finds those of this rank. Ranks are asked for in their order. */
  find(rank: Rank): void {
    const more = this.#terms.map((looked) => this.#addMatches(rank, looked)).includes(true);
    const moreWhole = this.#whole !== undefined && this.#addNumbers(rank, this.#whole);
    if (more || moreWhole) this.#takeFrom(rank);
  }

  /** Adds who matches a term so well; whether there was any. */
  #addMatches(rank: Rank, looked: Looked): boolean {
    const { term: { slips, sound, text: { length } }, text, matching } = looked;
    const { words, sounds } = this.segment.fields;
    switch (rank) {
      case Rank.FileNumber:
        return this.#addNumbers(rank, looked);
      case Rank.Word:
        return words.whole(text, matching);
      case Rank.Beginning:
        return either(words.longer(text, matching), this.#addNumbers(rank, looked));
      case Rank.Part:
        return either(
          length >= SHORTEST_PART && words.part(text, this.budget, matching),
          this.#addNumbers(rank, looked),
        );
      case Rank.Sound:
        return sound !== undefined && sounds.whole(bytesOf(sound), matching);
      case Rank.OneSlip:
        return slips >= 1 && this.#near(looked).byLetter(1, matching);
      case Rank.SoundBeginning:
        return sound !== undefined && sound.length >= SHORTEST_PART &&
          sounds.longer(bytesOf(sound), matching);
      case Rank.SoundSlip:
        return slips >= 1 && this.#near(looked).bySound(1, matching);
      case Rank.TwoSlips:
        return slips >= 2 &&
          either(this.#near(looked).byLetter(2, matching), this.#near(looked).bySound(2, matching));
    }
  }

  #addNumbers(rank: Rank, { term, text, matching }: Looked): boolean {
    const { numbers, phones } = this.segment.fields;
    if (rank === Rank.FileNumber) return numbers.whole(text, matching);
    if (rank === Rank.Beginning) return numbers.longer(text, matching);
    if (rank !== Rank.Part) return false;
    const byPart = term.text.length >= SHORTEST_PART && numbers.part(text, this.budget, matching);
    return either(
      byPart,
      term.phone !== undefined && phones.beginning(bytesOf(reversed(term.phone)), matching),
    );
  }

  /** The words and sounds that are near a term, looked for once for all ranks. */
  #near(looked: Looked): Near {
    const { words, sounds } = this.segment.fields;
    const { letters, soundLetters, slips } = looked.term;
    return looked.near ??= {
      byLetter: words.near(letters, slips, this.budget),
      bySound: sounds.near(soundLetters, slips, this.budget),
    };
  }

  /** Takes down who matches everything now and has not been found before. */
  #takeFrom(rank: Rank): void {
    const [first, ...others] = this.#terms.map(({ matching }) => matching);
    const whole = this.#whole?.matching;
    for (let block = 0; block < first!.blocks.length; block++) {
      const apart = first!.blocks[block] === 1 && others.every(({ blocks }) => blocks[block] === 1);
      if (!apart && whole?.blocks[block] !== 1) continue;
      for (let at = block << 5; at < (block + 1) << 5; at++) this.#takeWord(rank, at, first!, others, whole);
    }
  }

  #takeWord(rank: Rank, at: number, first: Bits, others: readonly Bits[], whole: Bits | undefined): void {
    let all = first.words[at]!;
    for (let n = 0; n < others.length; n++) all &= others[n]!.words[at]!;
    if (whole !== undefined) all |= whole.words[at]!;
    const fresh = all & ~this.#found.words[at]!;
    if (fresh === 0) return;
    this.#found.words[at]! |= fresh;
    const kept = fresh & ~this.segment.gone.words[at]!;
    if (kept !== 0) this.#take(rank, at, kept);
  }

  #take(rank: Rank, at: number, kept: number): void {
    this.total += countOf(kept);
    for (let bits = kept; bits !== 0 && this.hits.length < this.most; bits &= bits - 1) {
      this.hits.push({ number: at * 32 + lowestIn(bits), rank });
    }
  }
}

/** A term, and who matches it so far. */
interface Looked {
  readonly term: Term;
  readonly text: Uint8Array;
  readonly matching: Bits;
  near: Near | undefined;
}

/** Add who has a word, or a sound, that is so many letters off or fewer; whether there was any. */
interface Near {
  byLetter(distance: number, found: Bits): boolean;
  bySound(distance: number, found: Bits): boolean;
}

/** Both are to be done, whatever the first one gives. */
function either(one: boolean, other: boolean): boolean {
  return one || other;
}
