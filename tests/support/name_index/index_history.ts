import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import fc from "fast-check";
import { type Entry, toEntry } from "@/db/name_index/rule/entry.ts";
import { pagesOf, readSegment } from "@/db/name_index/snapshot/layout.ts";
import { type Hits, NameIndex } from "@/db/name_index/index/name_index.ts";
import { parseSearch, type Query } from "@/db/name_index/rule/query.ts";
import { FEW_HITS, Rank, rankOf } from "@/db/name_index/rule/rule.ts";
import type { Segment } from "@/db/name_index/segment/segment.ts";
import { crowd, type Person, recordOf, somePeople } from "./any_patients.ts";
import { anySearch } from "./any_searches.ts";
import type { Coverage } from "./coverage.ts";

/** What can happen to a name index. Patients are named by numbers; `people` are used in turn. */
export type IndexStep =
  | { readonly do: "put"; readonly from: number; readonly count: number; readonly people: readonly Person[] }
  | { readonly do: "remove"; readonly from: number; readonly count: number }
  | { readonly do: "tidy" }
  | { readonly do: "compact" }
  | { readonly do: "go on"; readonly steps: number }
  | { readonly do: "forget" }
  | { readonly do: "load" }
  | { readonly do: "search"; readonly searches: readonly string[] };

export const indexStepNames = ["put", "remove", "tidy", "compact", "go on", "forget", "load", "search"];

const MOST_PATIENTS = 700;
const MOST_NUMBERS = 60;
const who = fc.nat({ max: MOST_PATIENTS - 1 });
const howMany = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 5 }) },
  { weight: 3, arbitrary: fc.integer({ min: 60, max: 70 }) },
  { weight: 1, arbitrary: fc.integer({ min: 200, max: 600 }) },
);

const someSearches = fc.array(anySearch, { minLength: 1, maxLength: 4 });

const anyStep: fc.Arbitrary<IndexStep> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant("put" as const), from: who, count: howMany, people: somePeople }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("remove" as const), from: who, count: howMany }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("tidy" as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("compact" as const) }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant("go on" as const), steps: fc.integer({ min: 1, max: 30 }) }),
  },
  { weight: 1, arbitrary: fc.constantFrom({ do: "forget" as const }, { do: "load" as const }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("search" as const), searches: someSearches }) },
);

export const anyIndexHistory = fc.noBias(fc.record({
  steps: fc.array(anyStep, { maxLength: 30, size: "max" }),
  last: fc.array(anySearch, { minLength: 4, maxLength: 8 }),
}));

/** A name index, and beside it a plain list that is searched with nothing but the rule. */
export class IndexHistory {
  readonly #index = new NameIndex();
  readonly #list = new Map<string, Entry>();
  #tidying: Generator<void, void> | undefined;
  #compacting: { work: Generator<void, Segment | undefined>; list: Map<string, Entry> } | undefined;
  #saved: { pages: Uint8Array<ArrayBuffer>; list: Map<string, Entry> } | undefined;

  constructor(private readonly coverage: Coverage) {}

  run(steps: readonly IndexStep[], last: readonly string[]): void {
    for (const step of steps) {
      this.coverage.add(step.do);
      this.#do(step);
    }
    this.#goOn(Infinity);
    for (const search of last) this.#search(search);
    this.#load();
    this.#search(last[0]!);
  }

  #do(step: IndexStep): void {
    switch (step.do) {
      case "put":
        return this.#put(step.from, step.count, step.people);
      case "remove":
        return this.#remove(step.from, step.count);
      case "tidy":
        return this.#tidy();
      case "compact":
        return this.#compact();
      case "go on":
        return this.#goOn(step.steps);
      case "forget":
        return this.#forget();
      case "load":
        return this.#load();
      case "search":
        return step.searches.forEach((search) => this.#search(search));
    }
  }

  #put(from: number, count: number, people: readonly Person[]): void {
    let nth = from;
    for (const person of crowd(people, from, count)) {
      const entry = toEntry(idOf(nth), recordOf(person, nth++ % MOST_NUMBERS));
      this.#index.put(entry);
      this.#list.set(entry.id, entry);
    }
  }

  #remove(from: number, count: number): void {
    for (let nth = 0; nth < count; nth++) {
      this.#index.remove(idOf(from + nth));
      this.#list.delete(idOf(from + nth));
    }
  }

  #tidy(): void {
    this.#tidying ??= this.#index.mergeSmall();
    if (this.#tidying.next().done) this.#tidying = undefined;
  }

  /** As PersistentIndex does it: not while segments are merged; but a merge may begin before this has ended. */
  #compact(): void {
    if (this.#tidying || this.#compacting) return;
    this.#compacting = { work: this.#index.compact(), list: new Map(this.#list) };
    this.#goOnCompacting();
  }

  /** Continues both in turns, as timers would. */
  #goOn(steps: number): void {
    for (let step = 0; step < steps && (this.#tidying || this.#compacting); step++) {
      if (this.#tidying) this.#tidy();
      if (this.#compacting) this.#goOnCompacting();
    }
  }

  #goOnCompacting(): void {
    const { work, list } = this.#compacting!;
    const step = work.next();
    if (!step.done) return;
    this.#compacting = undefined;
    if (step.value) this.#saved = { pages: bytesOfPages(step.value), list };
  }

  #forget(): void {
    this.#index.reset();
    this.#list.clear();
  }

  /** What was saved has the patients of the moment when it began: neither with those added later nor without those removed. */
  #load(): void {
    if (!this.#saved) return;
    this.#index.reset(readSegment(this.#saved.pages.slice()));
    this.#list.clear();
    for (const [id, entry] of this.#saved.list) this.#list.set(id, entry);
    assert.equal(this.#index.size, this.#list.size);
    this.coverage.add("loaded");
  }

  #search(search: string): void {
    const query = parseSearch(search);
    const expected = rankAll(query, [...this.#list.values()]);
    for (const most of [1, 10, 50, 200]) {
      const found = this.#index.search(query, most);
      assert.deepEqual(found, { ...expected, hits: expected.hits.slice(0, most) }, search);
    }
    assert.equal(this.#index.size, this.#list.size);
    for (const rank of new Set(expected.hits.map((hit) => hit.rank))) this.coverage.add(Rank[rank]);
  }
}

/** What a search finds among these entries, by trying each. */
function rankAll(query: Query, entries: readonly Entry[]): Hits {
  if (query.terms.length === 0) return { total: 0, hits: [] };
  const all = entries.flatMap((entry) => {
    const rank = rankOf(query, entry, true);
    return rank === undefined ? [] : [{ id: entry.id, rank }];
  });
  const spelt = all.filter(({ rank }) => rank <= Rank.Substring);
  const hits = (spelt.length > FEW_HITS ? spelt : all)
    .sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1));
  return { total: hits.length, hits };
}

/** Ids whose order has nothing to do with the order of the numbers. */
function idOf(number: number): string {
  const mixed = Math.imul(number % MOST_PATIENTS + 1, 0x9e37_79b1) >>> 0; // an odd factor: no two become one
  return `0192d5d0-6c00-7000-8000-0000${mixed.toString(16).padStart(8, "0")}`;
}

function bytesOfPages(whole: Segment): Uint8Array<ArrayBuffer> {
  const pages = Array.from(pagesOf(whole), (page) => page.slice()); // each is good until the next
  return new Uint8Array(Buffer.concat(pages));
}
