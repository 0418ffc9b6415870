/** A dictionary: texts in UTF-8, sorted by their bytes, one after the other in one array. Each has a number, from 0. */
export class SortedTexts {
  constructor(
    readonly bytes: Uint8Array,
    /** Where each begins, and the end of the last. */
    readonly starts: Uint32Array,
  ) {}

  get size(): number {
    return this.starts.length - 1;
  }

  /** The bytes of a text: a view. */
  at(number: number): Uint8Array {
    return this.bytes.subarray(this.starts[number], this.starts[number + 1]);
  }

  /** The number of a text; undefined when the dictionary does not have it. */
  find(text: Uint8Array): number | undefined {
    const number = this.#firstNotBefore(text);
    const isFound = number < this.size && this.#length(number) === text.length &&
      this.#hasPrefix(number, text);
    return isFound ? number : undefined;
  }

  /** The texts with this prefix: from the first number up to, without, the second. */
  withPrefix(text: Uint8Array): readonly [number, number] {
    const from = this.#firstNotBefore(text);
    return [from, this.#firstWhere(from, this.size, (number) => !this.#hasPrefix(number, text))];
  }

  /** The first text after `number` that does not share its first `bytes` bytes. */
  afterPrefix(number: number, bytes: number): number {
    const differs = (each: number) => this.commonBytes(number, each) < bytes;
    let step = 1; // galloping search: it is mostly near
    while (number + step < this.size && !differs(number + step)) step *= 2;
    return this.#firstWhere(number + (step >>> 1), Math.min(number + step, this.size), differs);
  }

  /** How many bytes two texts share from their beginning on. */
  commonBytes(number: number, other: number): number {
    const { bytes } = this;
    const [from, otherFrom] = [this.starts[number]!, this.starts[other]!];
    const shortest = Math.min(this.#length(number), this.#length(other));
    let shared = 0;
    while (shared < shortest && bytes[from + shared] === bytes[otherFrom + shared]) shared++;
    return shared;
  }

  /** Whether a text contains `part`. */
  includes(number: number, part: Uint8Array): boolean {
    const last = this.starts[number + 1]! - part.length;
    for (let at = this.starts[number]!; at <= last; at++) if (this.#isAt(at, part)) return true;
    return false;
  }

  #isAt(at: number, part: Uint8Array): boolean {
    for (let n = 0; n < part.length; n++) if (this.bytes[at + n] !== part[n]) return false;
    return true;
  }

  #length(number: number): number {
    return this.starts[number + 1]! - this.starts[number]!;
  }

  #firstNotBefore(text: Uint8Array): number {
    return this.#firstWhere(0, this.size, (number) => this.#compare(number, text) >= 0);
  }

  /** Binary search: the first number between `from` and `to` for which `holds`; it must hold for all that follow. */
  #firstWhere(from: number, to: number, holds: (number: number) => boolean): number {
    while (from < to) {
      const middle = (from + to) >>> 1;
      if (holds(middle)) to = middle;
      else from = middle + 1;
    }
    return from;
  }

  #hasPrefix(number: number, text: Uint8Array): boolean {
    return this.#length(number) >= text.length && this.#isAt(this.starts[number]!, text);
  }

  /** Below, at or above 0 as a text comes before, is, or comes after `other`. */
  #compare(number: number, other: Uint8Array): number {
    const from = this.starts[number]!;
    const length = this.#length(number);
    const common = Math.min(length, other.length);
    for (let at = 0; at < common; at++) {
      const difference = this.bytes[from + at]! - other[at]!;
      if (difference !== 0) return difference;
    }
    return length - other.length;
  }
}

const encoder = new TextEncoder();

export function toBytes(text: string): Uint8Array {
  return encoder.encode(text);
}

/** The order of texts in Texts. */
export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const common = Math.min(a.length, b.length);
  for (let at = 0; at < common; at++) if (a[at] !== b[at]) return a[at]! - b[at]!;
  return a.length - b.length;
}
