import { Buffer } from "node:buffer";

/** The 16 bytes of an id. */
export function bytesOfId(id: string): Uint8Array {
  return Buffer.from(id.replaceAll("-", ""), "hex");
}

/** The id of 16 bytes. */
export function idOfBytes(bytes: Uint8Array): string {
  const hex = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
