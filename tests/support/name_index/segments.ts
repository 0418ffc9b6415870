import { Buffer } from "node:buffer";
import fc from "fast-check";
import { type Entry, toEntry } from "@/db/name_index/rule/entry.ts";
import type { Field } from "@/db/name_index/dictionary/field.ts";
import { idOfBytes } from "@/db/name_index/segment/ids.ts";
import { pagesOf } from "@/db/name_index/snapshot/layout.ts";
import { fieldNames, type Segment } from "@/db/name_index/segment/segment.ts";
import type { PatientRecord } from "@/db/tables/patients.ts";
import { anyWord, range, wordsIn } from "./any_words.ts";

const anyRecord: fc.Arbitrary<PatientRecord> = fc.record({
  full_name: fc.array(anyWord, { maxLength: 4 }).map((words) => words.join(" ")),
  date_of_birth: fc.constantFrom("1923-01-01", "1969-12-31", "1970-01-01", "1988-07-04", "2026-03-02"),
  gender: fc.constant("U" as const),
  contact_details: fc.constantFrom("", "5811 1111", "5811 1112 / 6222 2222", "+27 82 123 4567"),
  file_number: fc.integer({ min: 1, max: 300 }).map((number) => `KB/${number}`),
});

/** Patients with ids from the first of a number on, in any order. No two have one id. */
export function someEntries(maxLength: number, firstId = 0): fc.Arbitrary<Entry[]> {
  const ids = fc.uniqueArray(fc.nat({ max: 3 * maxLength }), { maxLength });
  return ids.chain((numbers) =>
    fc.tuple(...numbers.map((number) => anyRecord.map((record) => toEntry(idOf(firstId + number), record))))
  );
}

/** Ids in the order of their numbers. */
export function idOf(number: number): string {
  return `0192d5d0-6c00-7000-8000-${number.toString(16).padStart(12, "0")}`;
}

/** What a segment says of everybody who is still in it: two that say the same are equal, however they are made. */
export function contentsOf(segment: Segment) {
  const kept = range(0, segment.size).filter((number) => !segment.removed.has(number));
  const names = new Map(kept.map((number) => [number, idOfBytes(segment.idOf(number))]));
  const named = (numbers: Iterable<number>) =>
    Array.from(numbers).flatMap((number) => names.get(number) ?? []);
  return {
    people: kept.map((number) => [names.get(number), segment.birthDays[number]]),
    byBirth: named(segment.byBirth),
    fields: fieldNames.map((name) => [name, holders(segment.fields[name], named)]),
    parts: fieldNames.map((name) => [name, parts(segment.fields[name], named)]),
  };
}

type Named = (numbers: Iterable<number>) => string[];

function holders(field: Field, named: Named): [string, string[]][] {
  return wordsIn(field.texts).map((text, at): [string, string[]] => [text, holdersOf(field, at, named)])
    .filter(([, ids]) => ids.length > 0);
}

/** By gram: who has the texts that hold it, once for each text. */
function parts(field: Field, named: Named): [number, string[]][] | undefined {
  const { trigrams } = field;
  if (!trigrams) return undefined;
  return Array.from(trigrams.codes, (code, at): [number, string[]] => {
    const texts = Array.from(trigrams.texts.subarray(trigrams.starts[at], trigrams.starts[at + 1]));
    return [code, texts.flatMap((text) => holdersOf(field, text, named))];
  }).filter(([, ids]) => ids.length > 0);
}

function holdersOf({ starts, patients }: Field, text: number, named: Named): string[] {
  return named(patients.subarray(starts[text], starts[text + 1]));
}

/** The segment's pages, each a copy: pagesOf() gives the same array again and again. */
export function copiedPages(segment: Segment): Uint8Array<ArrayBuffer>[] {
  return Array.from(pagesOf(segment), (page) => page.slice());
}

export function joined(pages: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.concat(pages));
}
