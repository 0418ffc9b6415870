const INITIAL_SIZE = 1_024; // trigrams: a power of two
const NONE = 0xffff_ffff;
const STEPS_PER_YIELD = 8_192; // trigrams

/** A hash table of trigrams in the order in which they first came, each with how many texts contain it. */
export class TrigramTable {
  #codes = new Uint32Array(INITIAL_SIZE);
  #counts = new Uint32Array(INITIAL_SIZE);
  /** The last text counted for each trigram, so that a text that contains it twice counts once. */
  #last = new Uint32Array(INITIAL_SIZE);
  /** Open addressing: 1 + the number of a code, at its hash or after it; 0 where a slot is free. */
  #slots = new Uint32Array(INITIAL_SIZE * 2);
  #size = 0;

  /** Each code once, in the order in which they came. */
  get codes(): Uint32Array {
    return this.#codes.subarray(0, this.#size);
  }

  /** Counts a trigram of a text; the texts must come one after the other. */
  count(code: number, text: number): void {
    const gram = this.#numberOf(code);
    if (this.#last[gram] === text) return;
    this.#last[gram] = text;
    this.#counts[gram]!++;
  }

  /** Assigns each trigram its part of all texts, in the order of `codes`: where it begins, and the end of the last. */
  *place(codes: Uint32Array): Generator<void, Uint32Array> {
    const starts = new Uint32Array(codes.length + 1);
    for (let at = 0; at < codes.length; at++) {
      const gram = this.#numberOf(codes[at]!);
      starts[at + 1] = starts[at]! + this.#counts[gram]!;
      this.#counts[gram] = starts[at]!; // from here on: where its next text goes
      if (at % STEPS_PER_YIELD === STEPS_PER_YIELD - 1) yield;
    }
    this.#last.fill(NONE);
    return starts;
  }

  /** To be called after place(): adds a text to a trigram's part. */
  note(code: number, text: number, holders: Uint32Array): void {
    const gram = this.#numberOf(code);
    if (this.#last[gram] === text) return;
    this.#last[gram] = text;
    holders[this.#counts[gram]!++] = text;
  }

  #numberOf(code: number): number {
    const mask = this.#slots.length - 1;
    for (let slot = hash(code) & mask;; slot = slot + 1 & mask) {
      const found = this.#slots[slot]!;
      if (found === 0) return this.#add(code, slot);
      if (this.#codes[found - 1] === code) return found - 1;
    }
  }

  #add(code: number, slot: number): number {
    if (this.#size === this.#codes.length) {
      this.#grow();
      return this.#numberOf(code);
    }
    this.#codes[this.#size] = code;
    this.#last[this.#size] = NONE;
    this.#slots[slot] = ++this.#size;
    return this.#size - 1;
  }

  #grow(): void {
    this.#codes = twice(this.#codes);
    this.#counts = twice(this.#counts);
    this.#last = twice(this.#last);
    this.#slots = new Uint32Array(this.#slots.length * 2);
    const mask = this.#slots.length - 1;
    for (let gram = 0; gram < this.#size; gram++) {
      let slot = hash(this.#codes[gram]!) & mask;
      while (this.#slots[slot] !== 0) slot = slot + 1 & mask;
      this.#slots[slot] = gram + 1;
    }
  }
}

/** Spreads codes that are like each other (D. E. Knuth, The Art of Computer Programming, vol. 3, §6.4). */
function hash(code: number): number {
  const product = Math.imul(code, 0x9e3779b1);
  return product ^ product >>> 15;
}

function twice(numbers: Uint32Array): Uint32Array<ArrayBuffer> {
  const longer = new Uint32Array(numbers.length * 2);
  longer.set(numbers);
  return longer;
}
