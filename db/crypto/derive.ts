import { hkdfSync } from "node:crypto";

/**
 * HKDF-SHA-256 (RFC 5869): `length` bytes (at most 8,160) out of `secret`, for the use that `info` names.
 * @throws RangeError when more bytes are asked for than RFC 5869 §2.3 allows.
 */
export function hkdf(secret: Uint8Array, salt: Uint8Array, info: Uint8Array, length: number): Uint8Array {
  if (length > 255 * 32) throw new RangeError("HKDF-SHA-256 gives at most 8,160 bytes");
  return new Uint8Array(hkdfSync("sha256", secret, salt, info, length));
}

/** The 32-byte subkey of `secret` for one purpose. One key, one purpose: nothing else in the program calls hkdf. */
export function subkey(secret: Uint8Array, purpose: Purpose): Uint8Array {
  return hkdf(secret, NO_SALT, new TextEncoder().encode(`dovms/1/${purpose}`), 32);
}

/** Everything a key is ever used for. */
export type Purpose =
  | "slot" // wraps the master key in keys.json
  | "sentinel" // proves the master key at start
  | "pages" // libSQL's page encryption
  | "key-ring" // seals the key ring
  | "record" // seals records
  | "nonce" // makes nonces of sealed records and pages
  | "name-index" // seals the pages of the name index
  | "audit" // chains the audit
  | "change"; // digests of what a change wrote

const NO_SALT = new Uint8Array(0); // the secrets are uniform random keys already (RFC 5869 §3.1)
