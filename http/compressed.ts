import type { MiddlewareHandler } from "hono";
import { compress, COMPRESSIBLE_CONTENT_TYPE_REGEX } from "hono/compress";

const THRESHOLD_BYTES = 1_000; // below, an answer fits into one packet anyway

const gzip = compress({ encoding: "gzip", threshold: THRESHOLD_BYTES });

/**
 * Compresses an answer for clients that accept gzip. Hono's, which knows an answer's size from its Content-Length alone:
 * set it, or small answers are compressed, too. An answer to HEAD is given the Vary of its GET (RFC 9110 §9.3.2), which
 * Hono's leaves out.
 */
export const compressed: MiddlewareHandler = async (c, next) => {
  await gzip(c, next);
  const type = c.res.headers.get("content-type");
  if (c.req.method === "HEAD" && type !== null && COMPRESSIBLE_CONTENT_TYPE_REGEX.test(type)) {
    c.res.headers.append("vary", "Accept-Encoding");
  }
};
