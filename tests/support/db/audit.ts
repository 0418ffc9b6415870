import { Buffer } from "node:buffer";
import assert from "node:assert/strict";
import { type AuditRow, entryMac, type Head, INITIAL_MAC } from "@/db/audit/chain.ts";
import type { Store } from "@/db/store.ts";
import { query } from "./rows.ts";

/** The audit's entries of every chain, in order, after checking that no number is missing and every mac is right. */
export async function checkedAudit(store: Store): Promise<AuditRow[]> {
  const rows = await query(
    store,
    `SELECT chain, number, at, actor, session, action, outcome, source, subjects, mac FROM audit
      ORDER BY chain, number`,
  );
  let last: Head & { chain: string } = { chain: "", number: 0, mac: INITIAL_MAC };
  return rows.map((row) => {
    const { entry, mac } = entryOf(row as unknown[]);
    if (entry.chain !== last.chain) last = { chain: entry.chain, number: 0, mac: INITIAL_MAC };
    assert.equal(entry.number, last.number + 1, "a number is missing");
    assert.deepEqual(Buffer.from(mac), Buffer.from(entryMac(store.keys.audit, last.mac, entry)));
    last = { chain: entry.chain, number: entry.number, mac };
    return entry;
  });
}

/** The audit's entries for an action, as `{ outcome, rows }`. */
export async function entriesOf(store: Store, action: string) {
  const entries = (await checkedAudit(store)).filter((entry) => entry.action === action);
  return entries.map(({ outcome, subjects }) => ({ outcome, ...JSON.parse(subjects) }));
}

function entryOf(row: unknown[]): { entry: AuditRow; mac: Uint8Array } {
  const [chain, number, at, actor, session, action, outcome, source, subjects, mac] = row;
  const entry = { chain, number, at, actor, session, action, outcome, source, subjects } as AuditRow;
  return { entry, mac: mac as Uint8Array };
}
