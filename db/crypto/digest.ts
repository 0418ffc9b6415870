import { createHmac, hash } from "node:crypto";

/** HMAC-SHA-256 (RFC 2104) of `message`, 32 bytes. */
export function hmac(key: Uint8Array, message: Uint8Array | string): Uint8Array {
  return createHmac("sha256", key).update(message).digest();
}

/**
 * A blind index: a keyed 128-bit digest by which SQL can find equal values, e.g. file numbers, without knowing them. With
 * `use`, equal values in two columns have different digests and cannot be linked.
 */
export function tag(key: Uint8Array, use: TagUse, value: string): Uint8Array {
  return hmac(key, `${use}\0${value}`).subarray(0, 16);
}

export type TagUse = "file-number" | "username" | "department-name";

/** SHA-256, 32 bytes. */
export function sha256(message: Uint8Array): Uint8Array {
  return hash("sha256", message, "buffer");
}
