export * from "node:crypto";

/** node:crypto's, with a generator that has got stuck. */
export function randomFillSync<T extends Uint8Array>(bytes: T): T {
  bytes.fill(7);
  return bytes;
}
