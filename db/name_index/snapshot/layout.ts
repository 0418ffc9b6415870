import { Field } from "@/db/name_index/dictionary/field.ts";
import { Grams } from "@/db/name_index/dictionary/trigrams.ts";
import { type FieldName, fieldNames, FIELDS, ID_BYTES, Segment } from "@/db/name_index/segment/segment.ts";
import { Texts } from "@/db/name_index/dictionary/sorted_texts.ts";

/** A segment as bytes: the lengths of its arrays in bytes (32 bits each), then the arrays, each from a multiple of four. */

export const PAGE_BYTES = 256 * 1024;

type Numbers = Uint8Array | Uint32Array | Int32Array;

/** The bytes of a segment in pages of one size, the last one filled up with zeros. Each page is good until the next. */
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

function arraysOf({ ids, born, byBirth, fields }: Segment): Numbers[] {
  return [ids, born, byBirth, ...fieldNames.flatMap((name) => arraysOfField(fields[name]))];
}

function arraysOfField({ texts, starts, patients, grams }: Field): Numbers[] {
  const own = [texts.bytes, texts.starts, starts, patients];
  return grams ? [...own, grams.codes, grams.starts, grams.texts] : own;
}

function asBytes(array: Numbers): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}

/** The segment that pagesOf() took apart; its arrays are views of `bytes`. @throws RangeError when it is none */
export function segmentFrom(bytes: Uint8Array<ArrayBuffer>): Segment {
  const read = new Reader(bytes);
  const ids = read.bytes();
  const born = read.signed();
  const byBirth = read.numbers();
  const field = (name: FieldName) => {
    const texts = new Texts(read.bytes(), read.numbers());
    const [starts, patients] = [read.numbers(), read.numbers()];
    return new Field(texts, starts, patients, FIELDS[name] ? readGrams(read) : undefined);
  };
  const named = fieldNames.map((name) => [name, field(name)] as const);
  const fields = Object.fromEntries(named) as Record<FieldName, Field>;
  const isWhole = ids.length === born.length * ID_BYTES && byBirth.length === born.length &&
    Object.values(fields).every(fitsTogether);
  if (!isWhole) throw new RangeError("not a segment");
  return new Segment(ids, born, byBirth, fields);
}

/** Whether the arrays of a field are of each other's lengths. */
function fitsTogether({ texts, starts, patients, grams }: Field): boolean {
  return texts.starts.at(-1) === texts.bytes.length && starts.length === texts.starts.length &&
    starts.at(-1) === patients.length &&
    (!grams || grams.starts.length === grams.codes.length + 1 && grams.starts.at(-1) === grams.texts.length);
}

function readGrams(read: Reader): Grams {
  return new Grams(read.numbers(), read.numbers(), read.numbers());
}

const ARRAYS = 3 + fieldNames.reduce((sum, name) => sum + (FIELDS[name] ? 7 : 4), 0);

/** Gives the arrays one after the other. */
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
