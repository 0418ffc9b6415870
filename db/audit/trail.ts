import { ENTRY_COLUMNS, type StoredEntry, toStoredEntry } from "./walk.ts";
import { yieldToRequests } from "@/db/event_loop.ts";
import type { Port, Value } from "@/db/port/port.ts";

/** Which entries; undefined fields do not filter. */
export interface TrailFilter {
  /** The ids of the member of staff, and of a row among the subjects. */
  readonly actor?: string | undefined;
  readonly subject?: string | undefined;
  readonly action?: string | undefined;
  /** Instants, UTC; `from` is inclusive, `to` exclusive. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** The place of an entry in the order of time. */
export type TrailKey = Pick<StoredEntry, "at" | "chain" | "number">;

/** A page of entries, newest first; `next` is where the next page begins, undefined at the end. */
export interface TrailPage {
  readonly entries: StoredEntry[];
  readonly next: TrailKey | undefined;
}

const SLICE = 500;
const MAX_SLICES = 60;

/**
 * Up to `limit` entries that come after `before` (undefined: from the newest). The only index is by
 * time: another one would make every read of a patient slower for the few who search the audit. So a filter reads the
 * entries in slices of 500 (8 ms among 300,000), lets other requests in between, and after 30,000 of them, half a second,
 * returns what it has found and where to go on. A range of days makes it shorter.
 * @throws DatabaseUnavailable
 */
export async function readTrail(
  port: Port,
  filter: TrailFilter,
  before: TrailKey | undefined,
  limit: number,
): Promise<TrailPage> {
  const entries: StoredEntry[] = [];
  let start = startOf(filter, before);
  for (let slice = 0; slice < MAX_SLICES; slice++) {
    const end = await endOfSlice(port, filter, start);
    entries.push(...await matches(port, filter, start, end, limit + 1 - entries.length));
    if (entries.length > limit) return { entries: entries.slice(0, limit), next: keyOf(entries[limit - 1]!) };
    if (!end) return { entries, next: undefined };
    start = end;
    await yieldToRequests();
  }
  return { entries, next: start };
}

/** The end of the time range, or where the page before ended. */
function startOf({ to = END_OF_TIME }: TrailFilter, before: TrailKey | undefined): TrailKey {
  return before && before.at < to ? before : { at: to, chain: "", number: 0 };
}

const END_OF_TIME = "9999";

/** The last key of a slice, read from the index alone; undefined where the range ends first. */
async function endOfSlice(
  port: Port,
  { from = "" }: TrailFilter,
  start: TrailKey,
): Promise<TrailKey | undefined> {
  const row = await port.readOne({ sql: END_OF_SLICE, args: [...valuesOf(start), from] });
  if (!row) return undefined;
  const [at, chain, number] = row as [string, string, number];
  return { at, chain, number };
}

async function matches(
  port: Port,
  { actor, action, subject, from = "" }: TrailFilter,
  start: TrailKey,
  end: TrailKey | undefined,
  limit: number,
): Promise<StoredEntry[]> {
  const bounds = [...valuesOf(start), ...valuesOf(end ?? { at: from, chain: "", number: 0 })];
  const filters = [actor, action, subject && `"${subject}"`].flatMap((
    value,
  ) => [value ?? null, value ?? null]);
  return (await port.read({ sql: MATCHES, args: [...bounds, ...filters, limit] })).map(toStoredEntry);
}

const ORDER = "ORDER BY at DESC, chain DESC, number DESC";

const END_OF_SLICE = `SELECT at, chain, number FROM audit
  WHERE (at, chain, number) < (?, ?, ?) AND at >= ? ${ORDER} LIMIT 1 OFFSET ${SLICE - 1}`;

const MATCHES = `SELECT ${ENTRY_COLUMNS} FROM audit
  WHERE (at, chain, number) < (?, ?, ?) AND (at, chain, number) >= (?, ?, ?)
    AND (? IS NULL OR actor = ?) AND (? IS NULL OR action = ?) AND (? IS NULL OR instr(subjects, ?))
  ${ORDER} LIMIT ?`;

function keyOf({ at, chain, number }: TrailKey): TrailKey {
  return { at, chain, number };
}

function valuesOf({ at, chain, number }: TrailKey): Value[] {
  return [at, chain, number];
}
