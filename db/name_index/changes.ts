import { toBase64 } from "../crypto/base64.ts";
import type { PatientRow, Patients } from "../patients.ts";
import type { Port, Row, Value } from "../port.ts";

/** How far the index has read: the epoch, the change sequence, and what the last row that it read was like. */
export interface Mark {
  readonly epoch: string;
  /** Change sequence number; 0 when nothing was read. */
  readonly seq: number;
  readonly last: LastRow | undefined;
}
export interface LastRow {
  readonly id: string;
  readonly version: number;
  /** The nonce of its sealed record, base64: no two writings have the same. */
  readonly nonce: string;
}

/** The patients changed after a mark, in the order of their changes; voided ones too. */
export interface News {
  readonly rows: readonly PatientRow[];
  /** The mark after these. */
  readonly mark: Mark;
  /** Whether the database is the one that was read up to the mark, and not an older state of it. */
  readonly sameHistory: boolean;
}

export const NOTHING_READ: Mark = { epoch: "", seq: 0, last: undefined };

/** Reads what has changed, in one statement: 20 µs where nothing has. */
export class Changes {
  constructor(private readonly port: Port, private readonly patients: Patients) {}

  /** Up to `limit` patients changed after `mark`. @throws DatabaseAway */
  async since(mark: Mark, limit: number): Promise<News> {
    const rows = (await this.port.read({ sql: NEWS, args: argsOf(mark, limit) })).map(named);
    const first = rows[0]!; // there always is one: its patient is null when there is no news
    const news = rows.filter(({ id }) => id !== null);
    return {
      rows: news.map(({ id, version, voidedAt, record }) =>
        this.patients.open({ id: id!, version, voidedAt, record: bytesOr(record) })
      ),
      mark: markAfter(mark, first.epoch, news.at(-1)),
      sameHistory: mark.seq === 0 || isSame(mark, first),
    };
  }
}

/**
 * A row that is read again must be as it was at the mark, or have been changed after it: in an older state of the
 * database that somebody put in place, and perhaps went on from, the last row is missing, older, or another.
 */
function isSame(mark: Mark, { epoch, highest, lastSeq, lastVersion, lastNonce }: NewsRow): boolean {
  if (epoch !== mark.epoch || highest < mark.seq || lastSeq === null || !mark.last) return false;
  if (lastSeq > mark.seq) return lastVersion > mark.last.version;
  return lastSeq === mark.seq && lastVersion === mark.last.version && nonceIn(lastNonce) === mark.last.nonce;
}

function markAfter(mark: Mark, epoch: string, last: NewsRow | undefined): Mark {
  if (!last) return { ...mark, epoch };
  const nonce = toBase64(bytesOr(last.record).subarray(NONCE_AT, NONCE_AT + NONCE_BYTES));
  return { epoch, seq: last.seq, last: { id: last.id!, version: last.version, nonce } };
}

const NONCE_AT = 5; // of a sealed record: see crypto/seal.ts
const NONCE_BYTES = 12;

const NEWS = `SELECT
    (SELECT value FROM meta WHERE key = 'epoch'), (SELECT value FROM sequence WHERE name = 'records'),
    known.seq, known.version, substr(known.record, ${NONCE_AT + 1}, ${NONCE_BYTES}),
    news.id, news.seq, news.version, news.voided_at, news.record
  FROM (SELECT 1)
  LEFT JOIN patient AS known ON known.id = ?
  LEFT JOIN (SELECT * FROM patient WHERE seq >= ? AND (seq > ? OR id > ?) ORDER BY seq, id LIMIT ?) AS news
  ORDER BY news.seq, news.id`;

/** Rows that were written together have one number: within it they are read in order of their ids. */
function argsOf({ seq, last }: Mark, limit: number): Value[] {
  const id = last?.id ?? "";
  return [id, seq, seq, id, limit];
}

interface NewsRow {
  readonly epoch: string;
  readonly highest: number;
  readonly lastSeq: number | null;
  readonly lastVersion: number;
  readonly lastNonce: Value;
  readonly id: string | null;
  readonly seq: number;
  readonly version: number;
  readonly voidedAt: string | null;
  readonly record: Value;
}

function named(row: Row): NewsRow {
  const [epoch, highest, lastSeq, lastVersion, lastNonce, id, seq, version, voidedAt, record] = row;
  return { epoch, highest, lastSeq, lastVersion, lastNonce, id, seq, version, voidedAt, record } as NewsRow;
}

/** Whatever SQL may have put there comes out as bytes, so that a text or a number is a record that does not open. */
function bytesOr(value: Value): Uint8Array {
  return value instanceof Uint8Array ? value : new Uint8Array(0);
}

function nonceIn(value: Value): string {
  return toBase64(bytesOr(value));
}
