import { type Bits, countOf, lowestIn } from "@/db/name_index/dictionary/bits.ts";
import type { Budget } from "@/db/name_index/budget.ts";
import { reversed } from "@/db/name_index/rule/phones.ts";
import type { Query, Term } from "@/db/name_index/rule/query.ts";
import { MIN_SUBSTRING, Rank } from "@/db/name_index/rule/rule.ts";
import type { NearTexts } from "@/db/name_index/dictionary/field.ts";
import type { Segment } from "./segment.ts";
import { toBytes } from "@/db/name_index/dictionary/sorted_texts.ts";

/** A patient found: the compact number, and how well they match. */
export interface SegmentHit {
  readonly number: number;
  readonly rank: Rank;
}

/**
 * One search of one segment, rank by rank from the best. Each term has the set of patients who match it that well or
 * better; those in all sets are found. It does what rule.ts says, for all patients at once.
 */
export class SegmentSearch {
  total = 0;
  /** The first found, at most `limit`, in the order of rule.ts. */
  readonly hits: SegmentHit[] = [];
  readonly #terms: readonly TermMatches[];
  readonly #whole: TermMatches | undefined;
  readonly #found: Bits;

  constructor(
    private readonly segment: Segment,
    { terms, whole }: Query,
    private readonly limit: number,
    private readonly budget: Budget,
  ) {
    const toMatches = (term: Term, nth: number): TermMatches => {
      return { term, text: toBytes(term.text), matching: segment.scratch(nth + 1), near: undefined };
    };
    this.#found = segment.scratch(0);
    this.#terms = terms.map(toMatches);
    this.#whole = whole && toMatches(whole, terms.length);
  }

  /** Finds the patients of this rank. To be called with the ranks in their order. */
  find(rank: Rank): void {
    const more = this.#terms.map((term) => this.#addMatches(rank, term)).includes(true);
    const moreWhole = this.#whole !== undefined && this.#addNumbers(rank, this.#whole);
    if (more || moreWhole) this.#collect(rank);
  }

  /** Adds the patients who match a term that well; returns whether there are any. */
  #addMatches(rank: Rank, matches: TermMatches): boolean {
    const { term: { maxEdits, sound, text: { length } }, text, matching } = matches;
    const { words, sounds } = this.segment.fields;
    switch (rank) {
      case Rank.FileNumber:
        return this.#addNumbers(rank, matches);
      case Rank.Word:
        return words.addExact(text, matching);
      case Rank.Prefix:
        return either(words.addLonger(text, matching), this.#addNumbers(rank, matches));
      case Rank.Substring:
        return either(
          length >= MIN_SUBSTRING && words.addSubstring(text, this.budget, matching),
          this.#addNumbers(rank, matches),
        );
      case Rank.Sound:
        return sound !== undefined && sounds.addExact(toBytes(sound), matching);
      case Rank.OneEdit:
        return maxEdits >= 1 && this.#near(matches).words.add(1, matching);
      case Rank.SoundPrefix:
        return sound !== undefined && sound.length >= MIN_SUBSTRING &&
          sounds.addLonger(toBytes(sound), matching);
      case Rank.SoundOneEdit:
        return maxEdits >= 1 && this.#near(matches).sounds.add(1, matching);
      case Rank.TwoEdits:
        return maxEdits >= 2 &&
          either(this.#near(matches).words.add(2, matching), this.#near(matches).sounds.add(2, matching));
    }
  }

  #addNumbers(rank: Rank, { term, text, matching }: TermMatches): boolean {
    const { numbers, phones } = this.segment.fields;
    if (rank === Rank.FileNumber) return numbers.addExact(text, matching);
    if (rank === Rank.Prefix) return numbers.addLonger(text, matching);
    if (rank !== Rank.Substring) return false;
    const byPart = term.text.length >= MIN_SUBSTRING && numbers.addSubstring(text, this.budget, matching);
    return either(
      byPart,
      term.phone !== undefined && phones.addPrefix(toBytes(reversed(term.phone)), matching),
    );
  }

  /** The words and sounds within the term's edits, found once for all ranks. */
  #near(matches: TermMatches): NearMatches {
    const { words, sounds } = this.segment.fields;
    const { letters, soundLetters, maxEdits } = matches.term;
    return matches.near ??= {
      words: words.findNear(letters, maxEdits, this.budget),
      sounds: sounds.findNear(soundLetters, maxEdits, this.budget),
    };
  }

  /** Collects the patients who match every term now and have not been found before. */
  #collect(rank: Rank): void {
    const [first, ...others] = this.#terms.map(({ matching }) => matching);
    const whole = this.#whole?.matching;
    for (let block = 0; block < first!.blocks.length; block++) {
      const matchesTerms = first!.blocks[block] === 1 && others.every(({ blocks }) => blocks[block] === 1);
      if (!matchesTerms && whole?.blocks[block] !== 1) continue;
      for (let at = block << 5; at < (block + 1) << 5; at++) {
        this.#collectWord(rank, at, first!, others, whole);
      }
    }
  }

  #collectWord(rank: Rank, at: number, first: Bits, others: readonly Bits[], whole: Bits | undefined): void {
    let all = first.words[at]!;
    for (let n = 0; n < others.length; n++) all &= others[n]!.words[at]!;
    if (whole !== undefined) all |= whole.words[at]!;
    const fresh = all & ~this.#found.words[at]!;
    if (fresh === 0) return;
    this.#found.words[at]! |= fresh;
    const active = fresh & ~this.segment.removed.words[at]!;
    if (active !== 0) this.#addHits(rank, at, active);
  }

  #addHits(rank: Rank, at: number, active: number): void {
    this.total += countOf(active);
    for (let bits = active; bits !== 0 && this.hits.length < this.limit; bits &= bits - 1) {
      this.hits.push({ number: at * 32 + lowestIn(bits), rank });
    }
  }
}

/** A term, and the patients who match it so far. */
interface TermMatches {
  readonly term: Term;
  readonly text: Uint8Array;
  readonly matching: Bits;
  near: NearMatches | undefined;
}

interface NearMatches {
  readonly words: NearTexts;
  readonly sounds: NearTexts;
}

/** Unlike ||, both are evaluated. */
function either(one: boolean, other: boolean): boolean {
  return one || other;
}
