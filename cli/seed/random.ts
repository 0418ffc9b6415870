import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** Random numbers that are the same for the same seed, on every machine. Never for secrets. */
export class Random {
  readonly #generator;

  /** @param seed a 32-bit whole number */
  constructor(seed: number) {
    this.#generator = xoroshiro128plus(seed);
  }

  /** A whole number, both ends included. */
  int(from: number, to: number): number {
    return uniformInt(this.#generator, from, to);
  }

  /** True with a probability of `percent` in a hundred. */
  chance(percent: number): boolean {
    return this.int(1, 100) <= percent;
  }

  /** Any of the list, each as likely as the next. */
  pick<T>(list: readonly T[]): T {
    return list[this.int(0, list.length - 1)]!;
  }

  /** Any of the list, the first ones more often than the last, as names are spread over people. */
  pickSkewed<T>(list: readonly T[]): T {
    const share = this.int(0, 9_999) / 10_000;
    return list[Math.floor(share * share * list.length)]!;
  }
}
