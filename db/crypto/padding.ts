import { Buffer } from "node:buffer";

const SMALLEST = 256;

/**
 * `record` as JSON in UTF-8, padded with spaces to 256, 512, 1,024 … bytes, so that lengths show only the size
 * class. JSON ignores the spaces, so that they need not be removed.
 */
export function pad(record: unknown): Uint8Array {
  const json = JSON.stringify(record);
  const padded = Buffer.alloc(sizeClass(Buffer.byteLength(json)), " ");
  padded.write(json);
  return padded;
}

/** The record that pad() was called with. @throws SyntaxError when `padded` is no JSON. */
export function unpad(padded: Uint8Array): unknown {
  return JSON.parse(Buffer.from(padded.buffer, padded.byteOffset, padded.byteLength).toString());
}

function sizeClass(bytes: number): number {
  let size = SMALLEST;
  while (size < bytes) size *= 2;
  return size;
}
