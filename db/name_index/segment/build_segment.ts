import type { Entry } from "@/db/name_index/rule/entry.ts";
import { Field } from "@/db/name_index/dictionary/field.ts";
import { buildTrigrams } from "@/db/name_index/dictionary/trigrams.ts";
import { compareIds, type FieldName, FIELDS, ID_BYTES, Segment } from "./segment.ts";
import { reversed } from "@/db/name_index/rule/phones.ts";
import { compareBytes, SortedTexts, toBytes } from "@/db/name_index/dictionary/sorted_texts.ts";
import { bytesOfId } from "./ids.ts";

/** Builds a segment of a few hundred patients at most; larger ones are merged (see index/merge.ts). */
export function buildSegment(entries: readonly Entry[]): Segment {
  const patients = entries.map((entry) => ({ entry, id: bytesOfId(entry.id) }))
    .sort((a, b) => compareIds(a.id, 0, b.id, 0));
  const ids = new Uint8Array(patients.length * ID_BYTES);
  for (const [number, { id }] of patients.entries()) ids.set(id, number * ID_BYTES);
  const born = Int32Array.from(patients, ({ entry }) => entry.birthDay);
  const byBirth = Uint32Array.from(born.keys()).sort((a, b) => born[a]! - born[b]! || a - b);
  const field = (name: FieldName, textsIn: (entry: Entry) => readonly string[]) =>
    buildField(patients.map(({ entry }) => textsIn(entry)), FIELDS[name]);
  return new Segment(ids, born, byBirth, {
    words: field("words", ({ words }) => words),
    sounds: field("sounds", ({ sounds }) => sounds),
    numbers: field("numbers", ({ number }) => number === "" ? [] : [number]),
    phones: field("phones", ({ phones }) => phones.map(reversed)),
  });
}

/** @param textsByPatient each patient's texts, by compact number */
function buildField(textsByPatient: readonly (readonly string[])[], withTrigrams: boolean): Field {
  const holders = new Map<string, number[]>();
  for (const [number, texts] of textsByPatient.entries()) {
    for (const text of texts) {
      const known = holders.get(text);
      if (known) known.push(number);
      else holders.set(text, [number]);
    }
  }
  const inOrder = textsInOrder(holders.keys());
  const numbers = inOrder.map((text) => holders.get(text)!);
  const texts = textsOf(inOrder);
  return new Field(
    texts,
    startsOf(numbers.map(({ length }) => length)),
    Uint32Array.from(numbers.flat()),
    withTrigrams ? runToEnd(buildTrigrams(texts)) : undefined,
  );
}

/** Sorted by their bytes: that is the order of strings, except for letters outside the Basic Multilingual Plane. */
function textsInOrder(texts: Iterable<string>): string[] {
  const sorted = [...texts].sort();
  return sorted.some((text) => SURROGATE.test(text))
    ? sorted.sort((a, b) => compareBytes(toBytes(a), toBytes(b)))
    : sorted;
}

const SURROGATE = /[\ud800-\udfff]/;

/** Encodes all texts at once: one by one takes twice as long. */
function textsOf(inOrder: readonly string[]): SortedTexts {
  const joined = inOrder.join("");
  const bytes = toBytes(joined);
  const isPlain = bytes.length === joined.length;
  const lengths = inOrder.map((text) => isPlain ? text.length : toBytes(text).length);
  return new SortedTexts(bytes, startsOf(lengths));
}

/** Where parts of these lengths begin when put one after the other, and the end of the last. */
function startsOf(lengths: readonly number[]): Uint32Array {
  const starts = new Uint32Array(lengths.length + 1);
  for (const [at, length] of lengths.entries()) starts[at + 1] = starts[at]! + length;
  return starts;
}

/** Runs work at once, without yielding. */
export function runToEnd<T>(work: Generator<void, T>): T {
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
}
