import { Buffer } from "node:buffer";
import type { z } from "zod";

/**
 * Where a page of a list ended, as a text that callers send back unread.
 *
 * @param key what the next page is read after: ids and times, no patient text
 * @returns base64url of JSON
 */
export function encodeCursor(key: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(key)).toString("base64url");
}

/** The key in a cursor; undefined where it is not one that encodeCursor() made of such a key. */
export function decodeCursor<Key>(cursor: string, schema: z.ZodType<Key>): Key | undefined {
  try {
    return schema.parse(JSON.parse(Buffer.from(cursor, "base64url").toString()));
  } catch {
    return undefined;
  }
}
