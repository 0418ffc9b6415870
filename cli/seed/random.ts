import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** Chance that comes out the same for the same seed, on every machine. For inventing things only, never for secrets. */
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

  /** True in `percent` of a hundred times. */
  chance(percent: number): boolean {
    return this.int(1, 100) <= percent;
  }

  pick<T>(list: readonly T[]): T {
    return list[this.int(0, list.length - 1)]!;
  }

  /** As names are spread over people: what stands first comes often, what stands last hardly ever. */
  pickSkewed<T>(list: readonly T[]): T {
    const share = this.int(0, 9_999) / 10_000;
    return list[Math.floor(share * share * list.length)]!;
  }
}
