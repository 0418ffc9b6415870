import { Buffer } from "node:buffer";
import { randomFillSync } from "node:crypto";
import { decrypt, encrypt, NONCE_BYTES, TAG_BYTES } from "./aes_gcm.ts";
import { associatedData, type Place } from "./associated_data.ts";
import { sha256 } from "./digest.ts";
import { pad, unpad } from "./padding.ts";

/** The two keys that seal: one encrypts, one makes nonces. 32 bytes each. */
export interface SealingKey {
  readonly id: number;
  readonly record: Uint8Array;
  readonly nonce: Uint8Array;
}

/** A sealed record could not be opened. It names the row, never the content. */
export class UnreadableRecord extends Error {
  override name = "UnreadableRecord";
  constructor(readonly table: string, readonly id: string) {
    super(`a record of the table ${table} could not be opened`);
  }
}

/**
 * Envelope: suite 1 | key id 4 | nonce 12 | ciphertext | tag 16. The first byte names the suite
 * (1 = AES-256-GCM, padded JSON), so that another can come later.
 */
const SUITE = 1;
const HEAD_BYTES = 5;
const CIPHERTEXT_AT = HEAD_BYTES + NONCE_BYTES;

/** Seals `record` (anything JSON can hold) so that it opens at this place of this database only. */
export function seal(databaseId: string, key: SealingKey, place: Place, record: unknown): Uint8Array {
  const aad = Buffer.from(associatedData(databaseId, key.id, place));
  const plaintext = pad(record);
  const nonce = makeNonce(key.nonce, aad, plaintext);
  const { ciphertext, tag } = encrypt(key.record, nonce, aad, plaintext);
  return envelope(key.id, nonce, ciphertext, tag);
}

/**
 * The record that seal() was called with.
 * @throws UnreadableRecord for an unknown suite or key, a record of another place, or a changed byte.
 */
export function open(
  databaseId: string,
  keyOf: (id: number) => SealingKey | undefined,
  place: Place,
  sealed: Uint8Array,
): unknown {
  const key = findKey(sealed, keyOf);
  const plaintext = key && decrypt(
    key.record,
    sealed.subarray(HEAD_BYTES, CIPHERTEXT_AT),
    Buffer.from(associatedData(databaseId, key.id, place)),
    { ciphertext: sealed.subarray(CIPHERTEXT_AT, -TAG_BYTES), tag: sealed.subarray(-TAG_BYTES) },
  );
  if (!plaintext) throw new UnreadableRecord(place.table, place.id);
  return unpad(plaintext);
}

function findKey(
  sealed: Uint8Array,
  keyOf: (id: number) => SealingKey | undefined,
): SealingKey | undefined {
  const id = keyIdOf(sealed);
  const key = id === undefined ? undefined : keyOf(id);
  return key?.id === id ? key : undefined;
}

/**
 * The id of the key that `sealed` names: keys are found by id and never tried one after another. Undefined when it is
 * too short for a record, or of an unknown suite.
 */
export function keyIdOf(sealed: Uint8Array): number | undefined {
  if (sealed[0] !== SUITE || sealed.length <= CIPHERTEXT_AT + TAG_BYTES) return undefined;
  return new DataView(sealed.buffer, sealed.byteOffset, HEAD_BYTES).getUint32(1);
}

/**
 * A nonce made from random bytes and from all that is sealed. If the random generator is cloned (a resumed virtual machine,
 * a forked isolate), a nonce is repeated only for the same content at the same place, which reveals nothing.
 */
export function makeNonce(nonceKey: Uint8Array, aad: Uint8Array, plaintext: Uint8Array): Uint8Array {
  const random = randomFillSync(Buffer.alloc(16));
  return sha256(Buffer.concat([nonceKey, random, aad, plaintext])).subarray(0, NONCE_BYTES);
}

function envelope(keyId: number, nonce: Uint8Array, ciphertext: Uint8Array, tag: Uint8Array): Uint8Array {
  const bytes = Buffer.allocUnsafeSlow(CIPHERTEXT_AT + ciphertext.length + TAG_BYTES);
  bytes.writeUInt8(SUITE, 0);
  bytes.writeUInt32BE(keyId, 1);
  bytes.set(nonce, HEAD_BYTES);
  bytes.set(ciphertext, CIPHERTEXT_AT);
  bytes.set(tag, CIPHERTEXT_AT + ciphertext.length);
  return bytes;
}
