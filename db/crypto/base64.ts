import { Buffer } from "node:buffer";

export function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64");
}

/** @throws SyntaxError when `text` is not base64 of exactly `length` bytes, where a length is given. */
export function fromBase64(text: string, length?: number): Uint8Array {
  const bytes = new Uint8Array(Buffer.from(text, "base64"));
  if (toBase64(bytes) !== text.trim()) throw new SyntaxError("not base64");
  if (length !== undefined && bytes.length !== length) throw new SyntaxError(`not ${length} bytes of base64`);
  return bytes;
}
