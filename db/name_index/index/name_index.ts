import { newBudget } from "@/db/name_index/budget.ts";
import { type Entry } from "@/db/name_index/rule/entry.ts";
import { bytesOfId, idOfBytes } from "@/db/name_index/segment/ids.ts";
import { merge } from "./merge.ts";
import { countSimilarNames, type Probe } from "@/db/name_index/rule/probe.ts";
import type { Query } from "@/db/name_index/rule/query.ts";
import { EXACT_RANKS, FEW_HITS, FUZZY_RANKS, type Rank, rankOf } from "@/db/name_index/rule/rule.ts";
import type { Segment } from "@/db/name_index/segment/segment.ts";
import { findCandidates } from "@/db/name_index/segment/candidate_search.ts";
import { buildSegment } from "@/db/name_index/segment/build_segment.ts";
import { SegmentSearch } from "@/db/name_index/segment/segment_search.ts";

/** What a search finds: how many patients, and the first of them in the order of rule.ts. */
export interface Hits {
  readonly total: number;
  readonly hits: readonly Hit[];
}
export interface Hit {
  readonly id: string;
  readonly rank: Rank;
}

const MAX_RECENT = 64; // compared one by one
const MERGE_FACTOR = 4; // so many segments of one size are merged into one

/**
 * All patients who can be found, in memory: a few segments, each several times as large as the next (as in Lucene), and
 * the last patients added one by one. Searching and changing are synchronous, so no search sees it half changed; merging
 * goes on in between.
 */
export class NameIndex {
  #segments: Segment[] = [];
  readonly #recent = new Map<string, Entry>();
  #merging: { readonly sources: readonly Segment[]; readonly removed: Uint8Array[] }[] = [];

  /** How many patients are in it. */
  get size(): number {
    return this.#recent.size + this.#segments.reduce((sum, { activeCount }) => sum + activeCount, 0);
  }

  /** Adds a patient, or replaces what the index has of them. */
  put(entry: Entry): void {
    this.remove(entry.id);
    this.#recent.set(entry.id, entry);
    if (this.#recent.size >= MAX_RECENT) this.flushRecent();
  }

  /** Removes a patient, if the index has them. */
  remove(id: string): void {
    if (this.#recent.delete(id)) return;
    const bytes = bytesOfId(id);
    const from = this.#segments.find((segment) => segment.remove(bytes));
    if (!from) return;
    for (const { sources, removed } of this.#merging) if (sources.includes(from)) removed.push(bytes);
  }

  /** Empties the index, and goes on with `whole` where it is given. */
  reset(whole?: Segment): void {
    this.#segments = whole ? [whole] : [];
    this.#recent.clear();
    this.#merging = [];
  }

  /** The patients found, best first, at most `limit`. */
  search(query: Query, limit: number): Hits {
    if (query.terms.length === 0) return { total: 0, hits: [] };
    const budget = newBudget();
    const searches = this.#segments.map((segment) => ({
      segment,
      search: new SegmentSearch(segment, query, limit, budget),
    }));
    const find = (ranks: readonly Rank[]) => {
      for (const rank of ranks) for (const { search } of searches) search.find(rank);
    };
    const total = () => recent.length + searches.reduce((sum, { search }) => sum + search.total, 0);
    let recent = this.#rankRecent(query, false);
    find(EXACT_RANKS);
    if (total() <= FEW_HITS) {
      recent = this.#rankRecent(query, true);
      find(FUZZY_RANKS);
    }
    const hits = searches.flatMap(({ segment, search }) =>
      search.hits.map(({ number, rank }) => ({ id: idOfBytes(segment.idOf(number)), rank }))
    );
    return { total: total(), hits: [...hits, ...recent].sort(byRankThenId).slice(0, limit) };
  }

  /** The ids of those who may be the person described, at most `limit`: the most similar names first. */
  findCandidates(probe: Probe, limit: number): string[] {
    const budget = newBudget();
    const found = this.#segments.flatMap((segment) =>
      findCandidates(segment, probe, limit, budget).map(({ number, similarNames }) => ({
        similarNames,
        id: idOfBytes(segment.idOf(number)),
      }))
    );
    for (const entry of this.#recent.values()) {
      const similarNames = countSimilarNames(probe, entry);
      if (similarNames > 0) found.push({ similarNames, id: entry.id });
    }
    found.sort((a, b) => b.similarNames - a.similarNames || (a.id < b.id ? -1 : 1));
    return found.slice(0, limit).map(({ id }) => id);
  }

  #rankRecent(query: Query, fuzzy: boolean): Hit[] {
    const hits: Hit[] = [];
    for (const entry of this.#recent.values()) {
      const rank = rankOf(query, entry, fuzzy);
      if (rank !== undefined) hits.push({ id: entry.id, rank });
    }
    return hits;
  }

  /** Makes a segment of the patients added last. */
  flushRecent(): void {
    if (this.#recent.size > 0) this.#segments.push(buildSegment([...this.#recent.values()]));
    this.#recent.clear();
  }

  /** Merges segments of one size where there are many. Yields, so that it can be done in slices of time. */
  *mergeSmall(): Generator<void, void> {
    for (let last = this.#lastOfOneSize(); last.length >= MERGE_FACTOR; last = this.#lastOfOneSize()) {
      yield* this.#merge(last);
    }
  }

  /**
   * Merges everything into one segment and returns it; undefined when the index was reset meanwhile. It holds the
   * patients of this moment; what comes after changes nothing in it but who is removed.
   */
  *compact(): Generator<void, Segment | undefined> {
    while (this.#merging.length > 0) yield; // else a patient would be in both
    this.flushRecent();
    return yield* this.#merge([...this.#segments]);
  }

  /** Segments at the end that are of one size class, and not being merged already. */
  #lastOfOneSize(): Segment[] {
    const free = this.#segments.filter((each) =>
      !this.#merging.some(({ sources }) => sources.includes(each))
    );
    const last = free.at(-1);
    const other = free.findLastIndex((segment) => sizeClass(segment) !== sizeClass(last!));
    return free.slice(other + 1);
  }

  *#merge(sources: readonly Segment[]): Generator<void, Segment | undefined> {
    const work = { sources, removed: [] as Uint8Array[] };
    this.#merging.push(work);
    let merged: Segment;
    try {
      merged = yield* merge(sources);
      if (!this.#merging.includes(work)) return undefined; // the index was reset meanwhile
    } finally {
      this.#merging = this.#merging.filter((each) => each !== work);
    }
    for (const id of work.removed) merged.remove(id); // those changed while it was made
    const others = this.#segments.filter((each) => !sources.includes(each));
    const place = this.#segments.findIndex((each) => sources.includes(each));
    this.#segments = others.toSpliced(Math.max(place, 0), 0, merged);
    return merged;
  }
}

function sizeClass({ size }: Segment): number {
  return Math.floor(Math.log(size / MAX_RECENT) / Math.log(MERGE_FACTOR) + 1e-9);
}

function byRankThenId(a: Hit, b: Hit): number {
  return a.rank - b.rank || (a.id < b.id ? -1 : 1);
}
