import assert from "node:assert/strict";
import { Rank } from "@/db/name_index/rule/rule.ts";

/** The names of all ranks. */
export const allRanks = Object.keys(Rank).filter((name) => Number.isNaN(Number(name)));

/** Counts the cases that a property test met, so that one that meets none does not pass. */
export class Coverage {
  readonly #counts = new Map<string, number>();

  add(what: string, times = 1): void {
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + times);
  }

  /** Fails unless each of these was met so often. */
  assertMet(what: readonly string[], times: number): void {
    const missing = what.filter((each) => (this.#counts.get(each) ?? 0) < times);
    assert.deepEqual(missing, [], `met too seldom: ${this}`);
  }

  toString(): string {
    return [...this.#counts].sort().map(([what, count]) => `${what} ${count}`).join(", ");
  }
}
