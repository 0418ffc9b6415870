import { type Kind, KINDS, type Queries } from "./queries.ts";

/** How long searches of one kind took. */
export interface Times {
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly searches: number;
  /** The part of the different searches that found anything, 0 to 1. */
  readonly found: number;
}
/** Kinds that cannot be answered are left out. */
export type TimesByKind = Partial<Record<Kind, Times>>;

/** Answers one search and tells how many it found. */
export type Answer = (search: string) => number | Promise<number>;

const FEWEST = 100; // searches: of fewer, there is no p99
const MOST_SECONDS = 10;

/**
 * Times each kind for `seconds`, and on until it has a hundred searches, but never for more than ten.
 * @param fits which searches can be answered
 */
export async function timesOf(
  queries: Queries,
  seconds: number,
  answer: Answer,
  fits: (search: string) => boolean = () => true,
): Promise<TimesByKind> {
  const all: TimesByKind = {};
  for (const kind of KINDS) {
    const fitting = queries[kind].filter(fits);
    if (fitting.length > 0) all[kind] = await timed(fitting, seconds, answer);
  }
  return all;
}

/** The first round over the searches warms up, counts what is found and is not timed. */
async function timed(searches: readonly string[], seconds: number, answer: Answer): Promise<Times> {
  const began = performance.now();
  const isOver = (after: number) => performance.now() - began > after * 1_000;
  let asked = 0, found = 0;
  for (const search of searches) {
    if (isOver(MOST_SECONDS)) break;
    if (await answer(search) > 0) found++;
    asked++;
  }
  const took = await inRounds(searches, seconds, answer);
  return { p50: part(took, 0.5), p99: part(took, 0.99), searches: took.length, found: found / asked };
}

async function inRounds(searches: readonly string[], seconds: number, answer: Answer): Promise<number[]> {
  const took: number[] = [];
  const began = performance.now();
  for (let n = 0, now = began;; n++) {
    const answered = answer(searches[n % searches.length]!);
    if (typeof answered !== "number") await answered;
    const after = performance.now();
    took.push(after - now);
    now = after;
    const spent = (now - began) / 1_000;
    if (spent > MOST_SECONDS || spent > seconds && took.length >= FEWEST) return took.sort((a, b) => a - b);
  }
}

/** What lies at this part of sorted numbers; NaN where there are none. */
export function part(sorted: ArrayLike<number>, part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN;
}
