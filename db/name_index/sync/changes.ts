import { toBase64 } from "@/db/crypto/base64.ts";
import { type Mark, type Witness } from "@/db/name_index/mark.ts";
import type { PatientRow, Patients } from "@/db/tables/patients.ts";
import type { Port, Row, Value } from "@/db/port/port.ts";

/** The patients changed after a mark, in the order of their changes; voided ones too. */
export interface ChangedPatients {
  readonly rows: readonly PatientRow[];
  /** The mark after these. */
  readonly mark: Mark;
  /** Whether the database is the one that was read up to the mark, and not an older state of it. */
  readonly sameHistory: boolean;
}

const MAX_WITNESSES = 64;

/** Reads the changed patients in one statement, in 20 µs where there are none. */
export class Changes {
  constructor(private readonly port: Port, private readonly patients: Patients) {}

  /** Up to `limit` patients changed after `mark`. @throws DatabaseUnavailable */
  async since(mark: Mark, limit: number): Promise<ChangedPatients> {
    const rows = (await this.port.read({ sql: CHANGED_AFTER, args: argsOf(mark, limit) })).map(toChangedRow);
    const changed = rows.filter(({ id }) => id !== null) as ChangedPatientRow[];
    const { epoch, lastSeq, lastNonce } = rows[0]!; // always there: its patient is null when none has changed
    return {
      rows: changed.map(({ id, version, voidedAt, record }) =>
        this.patients.open({ id, version, voidedAt, record: toBlob(record) })
      ),
      mark: { epoch, seq: changed.at(-1)?.seq ?? mark.seq, witnesses: witnessesAfter(mark, changed) },
      sameHistory: mark.seq === 0 || epoch === mark.epoch && await this.#isSame(mark, lastSeq, lastNonce),
    };
  }

  /**
   * If the row that was read last is as it was, the database is the one that was read. If it has been changed since, that
   * may also have happened in an older copy that was restored and used. Then every witness must be there, in the state in
   * which it was read or changed later, and there must be no other row with a number of their range.
   */
  async #isSame(mark: Mark, lastSeq: number | null, lastNonce: Value): Promise<boolean> {
    const { witnesses } = mark;
    if (lastSeq === mark.seq) return nonceIn(lastNonce) === witnesses.at(-1)!.nonce;
    if (lastSeq === null || lastSeq < mark.seq) return false;
    const known = new Map(witnesses.map(({ id, seq, nonce }) => [id, `${seq} ${nonce}`]));
    const from = witnesses.length < MAX_WITNESSES ? 0 : witnesses[0]!.seq;
    const args = [JSON.stringify([...known.keys()]), from, mark.seq];
    const rows = await this.port.read({ sql: WITNESSES, args });
    const there = new Set(rows.map(([id]) => id));
    const isKnown = ([id, seq, nonce]: Row) =>
      (seq as number) > mark.seq || known.get(id as string) === `${seq} ${nonceIn(nonce!)}`;
    return witnesses.every(({ id }) => there.has(id)) && rows.every(isKnown);
  }
}

function witnessesAfter({ witnesses }: Mark, changed: readonly ChangedPatientRow[]): Witness[] {
  const read = changed.slice(-MAX_WITNESSES).map(({ id, seq, record }) => {
    return { id, seq, nonce: nonceIn(toBlob(record).subarray(NONCE_AT, NONCE_AT + NONCE_BYTES)) };
  });
  const readAgain = new Set(read.map(({ id }) => id));
  return [...witnesses.filter(({ id }) => !readAgain.has(id)), ...read].slice(-MAX_WITNESSES);
}

const NONCE_AT = 5; // of a sealed record: see crypto/seal.ts
const NONCE_BYTES = 12;

const CHANGED_AFTER = `SELECT
    (SELECT value FROM meta WHERE key = 'epoch'), known.seq, substr(known.record, ${
  NONCE_AT + 1
}, ${NONCE_BYTES}),
    changed.id, changed.seq, changed.version, changed.voided_at, changed.record
  FROM (SELECT 1)
  LEFT JOIN patient AS known ON known.id = ?
  LEFT JOIN (SELECT * FROM patient WHERE seq >= ? AND (seq > ? OR id > ?) ORDER BY seq, id LIMIT ?) AS changed
  ORDER BY changed.seq, changed.id`;

/** Rows that were written in one unit share a number: those are read in the order of their ids. */
function argsOf({ seq, witnesses }: Mark, limit: number): Value[] {
  const id = witnesses.at(-1)?.id ?? "";
  return [id, seq, seq, id, limit];
}

const WITNESSES = `SELECT id, seq, substr(record, ${NONCE_AT + 1}, ${NONCE_BYTES}) FROM patient
    WHERE id IN (SELECT value FROM json_each(?))
  UNION SELECT id, seq, substr(record, ${
  NONCE_AT + 1
}, ${NONCE_BYTES}) FROM patient WHERE seq > ? AND seq <= ?`;

interface ChangedRow {
  readonly epoch: string;
  readonly lastSeq: number | null;
  readonly lastNonce: Value;
  readonly id: string | null;
  readonly seq: number;
  readonly version: number;
  readonly voidedAt: string | null;
  readonly record: Value;
}
type ChangedPatientRow = ChangedRow & { readonly id: string };

function toChangedRow(row: Row): ChangedRow {
  const [epoch, lastSeq, lastNonce, id, seq, version, voidedAt, record] = row;
  return { epoch, lastSeq, lastNonce, id, seq, version, voidedAt, record } as ChangedRow;
}

/** SQL may have put a text or a number there: read as no bytes, it is a record that does not open. */
function toBlob(value: Value): Uint8Array {
  return value instanceof Uint8Array ? value : new Uint8Array(0);
}

function nonceIn(value: Value): string {
  return toBase64(toBlob(value));
}
