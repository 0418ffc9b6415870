import assert from "node:assert/strict";
import { toEntry } from "@/db/name_index/rule/entry.ts";
import { parseSearch } from "@/db/name_index/rule/query.ts";
import { Rank, rankOf } from "@/db/name_index/rule/rule.ts";
import type { Found } from "@/db/name_index/patient_finder.ts";
import { scan } from "@/tests/support/db/patient_scan.ts";
import type { Store } from "@/db/store.ts";
import type { Coverage } from "./coverage.ts";

const LIMITS = [1, 10, 50, 200];

/** A search finds what the scan finds, in its order, whatever the limit. */
export async function assertFindsLikeScan(store: Store, search: string, coverage: Coverage): Promise<void> {
  const scanned = await scan(store.patients, search, Infinity);
  for (const limit of LIMITS) {
    const found = await store.finder.find(search, limit);
    assert.deepEqual(brief(found), brief({ ...scanned, rows: scanned.rows.slice(0, limit) }), search);
  }
  for (const rank of ranksIn(scanned, search)) coverage.add(Rank[rank]);
}

/** What names a failure without pages of records. */
function brief({ total, rows }: Found) {
  return { total, rows: rows.map(({ id, version }) => `${id} ${version}`) };
}

function ranksIn({ rows }: Found, search: string): Set<Rank> {
  const query = parseSearch(search);
  return new Set(rows.map(({ id, record }) => rankOf(query, toEntry(id, record), true)!));
}
