/** How far the index has read: the epoch, the change sequence, and what the rows were like that it read last. */
export interface Mark {
  readonly epoch: string;
  /** Change sequence number; 0 when nothing was read. */
  readonly seq: number;
  /** At most 64 patients, the one read last at the end. */
  readonly witnesses: readonly Witness[];
}
/** What a row was like: no two writings of a patient have the same nonce. */
export interface Witness {
  readonly id: string;
  readonly seq: number;
  /** Of its sealed record, base64. */
  readonly nonce: string;
}

export const NOTHING_READ: Mark = { epoch: "", seq: 0, witnesses: [] };
