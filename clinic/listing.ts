import { yieldToRequests } from "@/db/event_loop.ts";

/** A list: an array where it is one page, else batches as they are read. */
export interface Listing<Item, Key> {
  /** How many there are in all. */
  readonly total: number;
  readonly items: Item[] | AsyncIterable<Item[]>;
  /** Where the next page starts; undefined at the end. */
  readonly next: Key | undefined;
}

/** A list of which only one page was read. */
export interface Page<Item, Key> extends Listing<Item, Key> {
  readonly items: Item[];
}

/** A list that was read with a limit, as the one page that it then is. @throws TypeError for a list in batches */
export function pageOf<Item, Key>({ total, items, next }: Listing<Item, Key>): Page<Item, Key> {
  if (!Array.isArray(items)) throw new TypeError("a list without a limit is no page");
  return { total, items, next };
}

/** Reads up to `limit` rows after `after`. */
export type ReadPage<Row, Key> = (after: Key | undefined, limit: number) => Promise<Row[]>;

/** A page of at most `limit` after `after`, or without a limit the whole. */
export interface Range<Key> {
  readonly after?: Key | undefined;
  readonly limit?: number | undefined;
}

const BATCH = 200;

/** One page of at most `limit`, or without a limit the whole list in batches. */
export async function list<Row, Item, Key>(
  read: ReadPage<Row, Key>,
  range: Range<Key>,
  total: number,
  keyOf: (row: Row) => Key,
  toItem: (row: Row) => Item,
): Promise<Listing<Item, Key>> {
  const limit = range.limit ?? BATCH;
  const rows = await read(range.after, limit + 1);
  const more = rows.length > limit;
  const page = more ? rows.slice(0, limit) : rows;
  const next = more ? keyOf(page.at(-1)!) : undefined;
  if (range.limit !== undefined || !next) return { total, items: page.map(toItem), next };
  return { total, items: inBatches(read, page, next, keyOf, toItem), next: undefined };
}

async function* inBatches<Row, Item, Key>(
  read: ReadPage<Row, Key>,
  first: Row[],
  next: Key,
  keyOf: (row: Row) => Key,
  toItem: (row: Row) => Item,
): AsyncGenerator<Item[]> {
  yield first.map(toItem);
  for (let rows = await read(next, BATCH); rows.length > 0; rows = await read(keyOf(rows.at(-1)!), BATCH)) {
    yield rows.map(toItem);
    await yieldToRequests();
  }
}
