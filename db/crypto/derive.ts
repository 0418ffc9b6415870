import { hkdfSync } from "node:crypto";

/**
 * HKDF-SHA-256 (RFC 5869): `length` bytes (at most 8,160) out of `secret`, for the use that `info` names.
 * @throws RangeError when more bytes are asked for than RFC 5869 §2.3 allows.
 */
export function hkdf(secret: Uint8Array, salt: Uint8Array, info: Uint8Array, length: number): Uint8Array {
  if (length > 255 * 32) throw new RangeError("HKDF-SHA-256 gives at most 8,160 bytes");
  return new Uint8Array(hkdfSync("sha256", secret, salt, info, length));
}

/** The 32-byte subkey of `secret` for one purpose. Nothing else in the program calls hkdf. */
export function subkey(secret: Uint8Array, purpose: Purpose): Uint8Array {
  return hkdf(secret, NO_SALT, new TextEncoder().encode(`dovms/1/${purpose}`), 32);
}

/**
 * Every subkey there is, by the secret that it is derived from. What is stored depends on these words: none of them may
 * change. Two secrets of the key ring have one use and are used as they are: a signing key for the tokens of
 * clinic/access/tokens.ts (HS256), a tag key for the digests of digest.ts. Whatever else a secret is needed for gets a
 * purpose here.
 */
export type Purpose =
  // the secret of a slot
  | "slot" // wraps the master key in keys.json
  // the master key
  | "sentinel" // proves the master key at start
  | "pages" // libSQL's page encryption
  | "key-ring" // seals the key ring
  // a data key; "record" and "nonce" also of the three subkeys above that seal (see sealingKey())
  | "record" // encrypts records
  | "nonce" // makes the nonces of records and of the name index's pages
  | "name-index" // encrypts the name index's pages
  // the audit key
  | "audit" // chains the audit's entries
  | "change" // digests, in the audit, of what a change wrote
  // a signing key
  | "form-token"; // proves that a form was made for the session that sends it

const NO_SALT = new Uint8Array(0); // the secrets are uniform random keys already (RFC 5869 §3.1)
