/**
 * A bit set of compact patient numbers: 1,000,000 patients take 125 KB. It notes which blocks of 1,024 numbers may have
 * any, so that a set of a few costs little.
 */
export class Bits {
  readonly words: Uint32Array;
  /** 1 where a block of 32 words may have any. */
  readonly blocks: Uint8Array;

  /** @param size numbers are below it */
  constructor(size: number) {
    this.blocks = new Uint8Array((size + 1_023) >>> 10);
    this.words = new Uint32Array(this.blocks.length << 5);
  }

  add(number: number): void {
    this.words[number >>> 5]! |= 1 << (number & 31);
    this.blocks[number >>> 10] = 1;
  }

  has(number: number): boolean {
    return (this.words[number >>> 5]! & 1 << (number & 31)) !== 0;
  }

  /** Adds the numbers between two places of an array. */
  addAll(numbers: Uint32Array, from: number, to: number): void {
    const { words, blocks } = this;
    for (let at = from; at < to; at++) {
      const number = numbers[at]!;
      words[number >>> 5]! |= 1 << (number & 31);
      blocks[number >>> 10] = 1;
    }
  }

  /** Adds all of another set of the same size. */
  addFrom({ words, blocks }: Bits): void {
    for (let at = 0; at < words.length; at++) this.words[at]! |= words[at]!;
    for (let at = 0; at < blocks.length; at++) this.blocks[at]! |= blocks[at]!;
  }

  /** The numbers in it, ascending. */
  *[Symbol.iterator](): Generator<number, void> {
    for (let at = 0; at < this.words.length; at++) {
      for (let word = this.words[at]!; word !== 0; word &= word - 1) yield at * 32 + lowestIn(word);
    }
  }

  clear(): void {
    this.words.fill(0);
    this.blocks.fill(0);
  }
}

/** How many bits of a 32-bit word are set (H. S. Warren, Hacker's Delight, §5-1). */
export function countOf(word: number): number {
  word -= word >>> 1 & 0x55555555;
  word = (word & 0x33333333) + (word >>> 2 & 0x33333333);
  return Math.imul(word + (word >>> 4) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** The position of the lowest bit set in a word that is not 0, from 0. */
export function lowestIn(word: number): number {
  return 31 - Math.clz32(word & -word);
}
