import type { AuditRow } from "./chain.ts";
import { yieldToRequests } from "@/db/event_loop.ts";
import type { Port, Row } from "@/db/port/port.ts";

/** An entry as it is stored, not necessarily by this program. */
export interface StoredEntry extends AuditRow {
  readonly mac: Uint8Array;
}

const PAGE = 200;

/**
 * Every entry, chain by chain and in order of their numbers, a page at a time; other requests are let in between.
 * @throws DatabaseUnavailable
 */
export async function* walkAudit(port: Port): AsyncGenerator<StoredEntry[]> {
  let args: Row = ["", 0];
  for (;;) {
    const rows = await port.read({ sql: WALK, args });
    if (rows.length === 0) return;
    yield rows.map(toStoredEntry);
    args = rows.at(-1)!.slice(0, 2);
    await yieldToRequests();
  }
}

/**
 * How many entries there would be with none missing, for showing progress. Really counting 300,000 entries takes 60 ms,
 * in which no other request is served. @throws DatabaseUnavailable
 */
export async function countAudit(port: Port): Promise<number> {
  return (await port.read({ sql: COUNT, args: [] }))[0]![0] as number;
}

const COUNT = `SELECT coalesce(sum(
    (SELECT number FROM audit WHERE audit.chain = audit_chain.chain ORDER BY number DESC LIMIT 1)), 0)
  FROM audit_chain`;

/** The columns of an entry in the order that `stored` takes them. */
export const ENTRY_COLUMNS =
  "audit.chain, audit.number, audit.at, actor, session, action, outcome, source, subjects, mac";

const WALK = `SELECT ${ENTRY_COLUMNS} FROM audit
  WHERE (chain, number) > (?, ?) ORDER BY chain, number LIMIT ${PAGE}`;

/** The entry in a row of ENTRY_COLUMNS. */
export function toStoredEntry(
  [chain, number, at, actor, session, action, outcome, source, subjects, mac]: Row,
): StoredEntry {
  const entry = {
    chain,
    number,
    at,
    actor,
    session,
    action,
    outcome,
    source,
    subjects,
  } as unknown as AuditRow;
  return { ...entry, mac: mac instanceof Uint8Array ? mac : new Uint8Array() };
}
