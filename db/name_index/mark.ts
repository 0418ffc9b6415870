/**
 * How far an index has read its database: the epoch, the change sequence number, and fingerprints of the rows read last,
 * by which an older copy of the database is recognised (see sync/changes.ts). It is stored in the snapshot as it is here.
 */
export interface Mark {
  readonly epoch: string;
  /** Change sequence number; 0 when nothing was read. */
  readonly seq: number;
  /** At most 64 patients, the one read last at the end. */
  readonly witnesses: readonly Witness[];
}

/** A fingerprint of a row: no two versions of a patient have the same nonce. */
export interface Witness {
  readonly id: string;
  readonly seq: number;
  /** Of its sealed record, base64. */
  readonly nonce: string;
}

export const NOTHING_READ: Mark = { epoch: "", seq: 0, witnesses: [] };
