import { newBudget } from "@/db/name_index/budget.ts";
import { type Entry } from "@/db/name_index/rule/entry.ts";
import { bytesOfId, idOfBytes } from "@/db/name_index/segment/ids.ts";
import { merge } from "./merge.ts";
import { namesAlike, type Probe } from "@/db/name_index/rule/probe.ts";
import type { Query } from "@/db/name_index/rule/query.ts";
import { LITTLE, MISSPELT, type Rank, rankOf, SPELT } from "@/db/name_index/rule/rule.ts";
import type { Segment } from "@/db/name_index/segment/segment.ts";
import { whoMayBe } from "@/db/name_index/segment/candidate_search.ts";
import { segmentOf } from "@/db/name_index/segment/build_segment.ts";
import { SegmentSearch } from "@/db/name_index/segment/segment_search.ts";

/** Who a search finds: how many, and the first of them in the documented order. */
export interface Hits {
  readonly total: number;
  readonly hits: readonly Hit[];
}
export interface Hit {
  readonly id: string;
  readonly rank: Rank;
}

const MOST_RECENT = 64; // tried one by one
const FAN = 4; // segments of one size are merged when there are so many

/**
 * Everybody who can be found, in memory: large segments, smaller ones, and the few who came last one by one. Searching
 * and changing are synchronous, so nobody sees it half changed; merging goes on in between.
 */
export class NameIndex {
  #segments: Segment[] = [];
  readonly #recent = new Map<string, Entry>();
  #merging: { readonly sources: readonly Segment[]; readonly removed: Uint8Array[] }[] = [];

  /** How many patients are in it. */
  get size(): number {
    return this.#recent.size + this.#segments.reduce((sum, { kept }) => sum + kept, 0);
  }

  /** Takes in a patient as they are now. */
  put(entry: Entry): void {
    this.remove(entry.id);
    this.#recent.set(entry.id, entry);
    if (this.#recent.size >= MOST_RECENT) this.settle();
  }

  /** Takes a patient out, if they are in. */
  remove(id: string): void {
    if (this.#recent.delete(id)) return;
    const bytes = bytesOfId(id);
    const from = this.#segments.find((segment) => segment.remove(bytes));
    if (!from) return;
    for (const { sources, removed } of this.#merging) if (sources.includes(from)) removed.push(bytes);
  }

  /** Forgets everybody. `whole` is what to go on with. */
  reset(whole?: Segment): void {
    this.#segments = whole ? [whole] : [];
    this.#recent.clear();
    this.#merging = [];
  }

  /** The patients found, best first, at most `most` of them. */
  search(query: Query, most: number): Hits {
    if (query.terms.length === 0) return { total: 0, hits: [] };
    const budget = newBudget();
    const searches = this.#segments.map((segment) => ({
      segment,
      search: new SegmentSearch(segment, query, most, budget),
    }));
    const find = (ranks: readonly Rank[]) => {
      for (const rank of ranks) for (const { search } of searches) search.find(rank);
    };
    const total = () => recent.length + searches.reduce((sum, { search }) => sum + search.total, 0);
    let recent = this.#rankRecent(query, false);
    find(SPELT);
    if (total() <= LITTLE) {
      recent = this.#rankRecent(query, true);
      find(MISSPELT);
    }
    const hits = searches.flatMap(({ segment, search }) =>
      search.hits.map(({ number, rank }) => ({ id: idOfBytes(segment.idOf(number)), rank }))
    );
    return { total: total(), hits: [...hits, ...recent].sort(byRankThenId).slice(0, most) };
  }

  /** The ids of those who may be the person probed, at most `most` of them: the most names alike first. */
  whoMayBe(probe: Probe, most: number): string[] {
    const budget = newBudget();
    const found = this.#segments.flatMap((segment) =>
      whoMayBe(segment, probe, most, budget).map(({ number, alike }) => ({
        alike,
        id: idOfBytes(segment.idOf(number)),
      }))
    );
    for (const entry of this.#recent.values()) {
      const alike = namesAlike(probe, entry);
      if (alike > 0) found.push({ alike, id: entry.id });
    }
    found.sort((a, b) => b.alike - a.alike || (a.id < b.id ? -1 : 1));
    return found.slice(0, most).map(({ id }) => id);
  }

  #rankRecent(query: Query, misspelt: boolean): Hit[] {
    const hits: Hit[] = [];
    for (const entry of this.#recent.values()) {
      const rank = rankOf(query, entry, misspelt);
      if (rank !== undefined) hits.push({ id: entry.id, rank });
    }
    return hits;
  }

  /** Makes a segment of the few who came last. */
  settle(): void {
    if (this.#recent.size > 0) this.#segments.push(segmentOf([...this.#recent.values()]));
    this.#recent.clear();
  }

  /** Merges segments of one size where there are many. Yields so that others get their turn. */
  *tidy(): Generator<void, void> {
    for (let last = this.#lastOfOneSize(); last.length >= FAN; last = this.#lastOfOneSize()) {
      yield* this.#merge(last);
    }
  }

  /**
   * Merges everybody into one segment, and gives it; undefined when the index was reset meanwhile. It holds everybody
   * who is in now, and is not touched by what comes after but for who goes.
   */
  *compact(): Generator<void, Segment | undefined> {
    while (this.#merging.length > 0) yield; // else somebody would be in both
    this.settle();
    return yield* this.#merge([...this.#segments]);
  }

  /** Segments at the end that are of one size class, and in no merge already. */
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
    for (const id of work.removed) merged.remove(id); // who was changed while it was made
    const others = this.#segments.filter((each) => !sources.includes(each));
    const place = this.#segments.findIndex((each) => sources.includes(each));
    this.#segments = others.toSpliced(Math.max(place, 0), 0, merged);
    return merged;
  }
}

function sizeClass({ size }: Segment): number {
  return Math.floor(Math.log(size / MOST_RECENT) / Math.log(FAN) + 1e-9);
}

function byRankThenId(a: Hit, b: Hit): number {
  return a.rank - b.rank || (a.id < b.id ? -1 : 1);
}
