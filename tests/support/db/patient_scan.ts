import { toEntry } from "@/db/name_index/rule/entry.ts";
import { parseSearch, type Query } from "@/db/name_index/rule/query.ts";
import { FEW_HITS, Rank, rankOf } from "@/db/name_index/rule/rule.ts";
import type { Found } from "@/db/name_index/patient_finder.ts";
import { yieldToRequests } from "@/db/event_loop.ts";
import type { OpenPatientRow, PatientRow, Patients } from "@/db/tables/patients.ts";

/**
 * Finds patients by opening every record and applying the rule to each: slow (20,000 records take about 0.5 s), but
 * simple. Tests compare the name index with it.
 */
export async function scan(patients: Patients, search: string, limit: number): Promise<Found> {
  const query = parseSearch(search);
  const hits = await rankAll(patients, query);
  const spelt = hits.filter(({ rank }) => rank <= Rank.Substring);
  const found = spelt.length > FEW_HITS ? spelt : hits;
  found.sort((a, b) => a.rank - b.rank); // stable: equal ranks stay in order of registration
  return { total: found.length, rows: found.slice(0, limit).map(({ row }) => row) };
}

async function rankAll(patients: Patients, query: Query): Promise<{ rank: Rank; row: OpenPatientRow }[]> {
  const hits: { rank: Rank; row: OpenPatientRow }[] = [];
  if (query.terms.length === 0) return hits;
  for await (const { record, ...row } of allPatients(patients)) {
    if (record instanceof Error) continue;
    const rank = rankOf(query, toEntry(row.id, record), true);
    if (rank !== undefined) hits.push({ rank, row: { ...row, record } });
  }
  return hits;
}

async function* allPatients(patients: Patients): AsyncGenerator<PatientRow> {
  for (let rows = await patients.page("", 200, false); rows.length > 0;) {
    yield* rows;
    await yieldToRequests();
    rows = await patients.page(rows.at(-1)!.id, 200, false);
  }
}
