import { setTimeout as after } from "node:timers/promises";
import { fold, foldPhone } from "./fold.ts";
import type { PatientRecord, PatientRow, Patients } from "./patients.ts";

/** What a search found: how many, and the first of them, best first. */
export interface Found {
  readonly total: number;
  readonly rows: (PatientRow & { record: PatientRecord })[];
}

/**
 * Finds patients by opening every record. Slow and plainly right: 20,000 records take about 0.2 s.
 * A patient is found when every term (at most 6, of 100 characters together) matches: a word of the name, or the file
 * number, whole, as a beginning or (3 letters or more) as a part; or the end (3 digits or more) of the phone number.
 * In order of the worst match among the terms, then of registration.
 */
export async function scan(patients: Patients, search: string, limit: number): Promise<Found> {
  const terms = termsOf(search);
  const hits: { rank: number; row: Found["rows"][number] }[] = [];
  for await (const { record, ...row } of allPatients(patients)) {
    if (record instanceof Error) continue;
    const rank = rankOf(terms, record);
    if (rank !== undefined) hits.push({ rank, row: { ...row, record } });
  }
  hits.sort((a, b) => a.rank - b.rank); // stable: equal ranks stay in order of registration
  return { total: hits.length, rows: hits.slice(0, limit).map(({ row }) => row) };
}

/** A search's terms, folded. Caps keep hostile text from costing more than people's. */
export function termsOf(search: string): string[] {
  return fold(search).slice(0, 100).split(" ").filter((term) => term !== "").slice(0, 6);
}

const RANK = { fileNumber: 0, word: 1, beginning: 2, part: 3 };
const SHORTEST_PART = 3;

/** How well a record matches all terms (see RANK, lower is better); undefined when one does not match. */
export function rankOf(terms: readonly string[], record: PatientRecord): number | undefined {
  const words = fold(record.full_name).split(" ");
  const fileNumber = fold(record.file_number).replaceAll(" ", "");
  const phone = foldPhone(record.contact_details);
  let worst: number | undefined;
  for (const term of terms) {
    const rank = rankOfTerm(term, words, fileNumber, phone);
    if (rank === undefined) return undefined;
    worst = Math.max(worst ?? 0, rank);
  }
  return worst;
}

function rankOfTerm(term: string, words: string[], fileNumber: string, phone: string): number | undefined {
  if (term === fileNumber) return RANK.fileNumber;
  if (words.includes(term)) return RANK.word;
  if ([...words, fileNumber].some((text) => text.startsWith(term))) return RANK.beginning;
  if (term.length < SHORTEST_PART) return undefined;
  if ([...words, fileNumber].some((text) => text.includes(term))) return RANK.part;
  return endsPhone(term, phone) ? RANK.part : undefined;
}

function endsPhone(term: string, phone: string): boolean {
  return /^\d+$/.test(term) && phone !== "" && phone.endsWith(foldPhone(term));
}

async function* allPatients(patients: Patients): AsyncGenerator<PatientRow> {
  for (let rows = await patients.page("", 200, false); rows.length > 0;) {
    yield* rows;
    await after(0); // other requests first
    rows = await patients.page(rows.at(-1)!.id, 200, false);
  }
}
