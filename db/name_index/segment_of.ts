import type { Entry } from "./entry.ts";
import { Field } from "./field.ts";
import { gramsOf } from "./grams.ts";
import { compareIds, type FieldName, FIELDS, ID_BYTES, Segment } from "./segment.ts";
import { reversed } from "./segment_search.ts";
import { byBytes, bytesOf, Texts } from "./texts.ts";
import { bytesOfId } from "./ids.ts";

/** A segment of a few hundred patients. */
export function segmentOf(entries: readonly Entry[]): Segment {
  const people = entries.map((entry) => ({ entry, id: bytesOfId(entry.id) }))
    .sort((a, b) => compareIds(a.id, 0, b.id, 0));
  const ids = new Uint8Array(people.length * ID_BYTES);
  for (const [number, { id }] of people.entries()) ids.set(id, number * ID_BYTES);
  const born = Int32Array.from(people, ({ entry }) => entry.born);
  const field = (name: FieldName, textsOf: (entry: Entry) => readonly string[]) =>
    fieldOf(people.map(({ entry }) => textsOf(entry)), FIELDS[name]);
  return new Segment(ids, born, {
    words: field("words", ({ words }) => words),
    sounds: field("sounds", ({ sounds }) => sounds),
    numbers: field("numbers", ({ number }) => number === "" ? [] : [number]),
    phones: field("phones", ({ phones }) => phones.map(reversed)),
  });
}

/** @param textsOf each patient's texts, by compact number */
function fieldOf(textsOf: readonly (readonly string[])[], byParts: boolean): Field {
  const holders = new Map<string, number[]>();
  for (const [number, texts] of textsOf.entries()) {
    for (const text of texts) {
      const known = holders.get(text);
      if (known) known.push(number);
      else holders.set(text, [number]);
    }
  }
  const rows = [...holders].map(([text, numbers]) => ({ bytes: bytesOf(text), numbers }))
    .sort((a, b) => byBytes(a.bytes, b.bytes));
  const texts = new Texts(
    joined(rows.map(({ bytes }) => bytes)),
    startsOf(rows.map(({ bytes }) => bytes.length)),
  );
  return new Field(
    texts,
    startsOf(rows.map(({ numbers }) => numbers.length)),
    Uint32Array.from(rows.flatMap(({ numbers }) => numbers)),
    byParts ? toEnd(gramsOf(texts)) : undefined,
  );
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Where parts of these lengths begin when they lie one after the other, and the end. */
function startsOf(lengths: readonly number[]): Uint32Array {
  const starts = new Uint32Array(lengths.length + 1);
  for (const [at, length] of lengths.entries()) starts[at + 1] = starts[at]! + length;
  return starts;
}

/** What work comes to when nobody else needs a turn. */
export function toEnd<T>(work: Generator<void, T>): T {
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
}
