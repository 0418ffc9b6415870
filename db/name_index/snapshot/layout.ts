import { Field } from "@/db/name_index/dictionary/field.ts";
import { Trigrams } from "@/db/name_index/dictionary/trigrams.ts";
import { type FieldName, fieldNames, FIELDS, ID_BYTES, Segment } from "@/db/name_index/segment/segment.ts";
import { SortedTexts } from "@/db/name_index/dictionary/sorted_texts.ts";

/**
 * A segment as bytes: the lengths of its arrays in bytes (32 bits each), then the arrays, each aligned to four bytes. What
 * belongs in snapshot/ is how an index is stored.
 */

export const PAGE_BYTES = 256 * 1024;

type Numbers = Uint8Array | Uint32Array | Int32Array;

/** The bytes of a segment in pages of one size, the last one padded with zeros. All are the same array: each is valid until the next. */
export function* pagesOf(segment: Segment): Generator<Uint8Array<ArrayBuffer>> {
  const page = new Uint8Array(PAGE_BYTES);
  let filled = 0;
  for (const part of partsOf(segment)) {
    for (let at = 0; at < part.length;) {
      const piece = part.subarray(at, at + PAGE_BYTES - filled);
      page.set(piece, filled);
      at += piece.length;
      filled += piece.length;
      if (filled < PAGE_BYTES) continue;
      yield page;
      page.fill(0);
      filled = 0;
    }
  }
  if (filled > 0) yield page;
}

/** How many pages a segment takes. */
export function pageCount(segment: Segment): number {
  return Math.ceil(partsOf(segment).reduce((sum, { length }) => sum + length, 0) / PAGE_BYTES);
}

function partsOf(segment: Segment): Uint8Array[] {
  const arrays = arraysOf(segment);
  const lengths = Uint32Array.from(arrays, ({ byteLength }) => byteLength);
  const padding = new Uint8Array(3);
  const parts = arrays.flatMap((array) => [asBytes(array), padding.subarray(0, -array.byteLength & 3)]);
  return [asBytes(lengths), ...parts];
}

function arraysOf({ ids, birthDays, byBirth, fields }: Segment): Numbers[] {
  return [ids, birthDays, byBirth, ...fieldNames.flatMap((name) => arraysOfField(fields[name]))];
}

function arraysOfField({ texts, starts, patients, trigrams }: Field): Numbers[] {
  const own = [texts.bytes, texts.starts, starts, patients];
  return trigrams ? [...own, trigrams.codes, trigrams.starts, trigrams.texts] : own;
}

function asBytes(array: Numbers): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}

/** The segment of pagesOf(); its arrays are views of `bytes`. @throws RangeError when the bytes are no segment */
export function readSegment(bytes: Uint8Array<ArrayBuffer>): Segment {
  const read = new Reader(bytes);
  const ids = read.bytes();
  const born = read.signed();
  const byBirth = read.numbers();
  const field = (name: FieldName) => {
    const texts = new SortedTexts(read.bytes(), read.numbers());
    const [starts, patients] = [read.numbers(), read.numbers()];
    return new Field(texts, starts, patients, FIELDS[name] ? readGrams(read) : undefined);
  };
  const entries = fieldNames.map((name) => [name, field(name)] as const);
  const fields = Object.fromEntries(entries) as Record<FieldName, Field>;
  const isConsistent = ids.length === born.length * ID_BYTES && byBirth.length === born.length &&
    Object.values(fields).every(hasMatchingLengths);
  if (!isConsistent) throw new RangeError("not a segment");
  return new Segment(ids, born, byBirth, fields);
}

/** Whether the lengths of a field's arrays belong together. */
function hasMatchingLengths({ texts, starts, patients, trigrams }: Field): boolean {
  return texts.starts.at(-1) === texts.bytes.length && starts.length === texts.starts.length &&
    starts.at(-1) === patients.length &&
    (!trigrams ||
      trigrams.starts.length === trigrams.codes.length + 1 &&
        trigrams.starts.at(-1) === trigrams.texts.length);
}

function readGrams(read: Reader): Trigrams {
  return new Trigrams(read.numbers(), read.numbers(), read.numbers());
}

const ARRAYS = 3 + fieldNames.reduce((sum, name) => sum + (FIELDS[name] ? 7 : 4), 0);

/** Reads the arrays one after the other. */
class Reader {
  readonly #lengths: Uint32Array;
  #nth = 0;
  #at = ARRAYS * 4;

  constructor(private readonly all: Uint8Array<ArrayBuffer>) {
    this.#lengths = new Uint32Array(all.buffer, all.byteOffset, ARRAYS);
  }

  bytes(): Uint8Array {
    const [from, length] = this.#next();
    return this.all.subarray(from, from + length);
  }

  numbers(): Uint32Array {
    const [from, length] = this.#next();
    return new Uint32Array(this.all.buffer, this.all.byteOffset + from, length / 4);
  }

  signed(): Int32Array {
    const [from, length] = this.#next();
    return new Int32Array(this.all.buffer, this.all.byteOffset + from, length / 4);
  }

  #next(): [number, number] {
    const from = this.#at;
    const length = this.#lengths[this.#nth++]!;
    this.#at += length + (-length & 3);
    return [from, length];
  }
}
