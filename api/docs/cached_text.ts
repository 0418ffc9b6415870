import { createHash } from "node:crypto";
import type { Context, Handler } from "hono";

/** A text and its entity tag. */
interface CachedText {
  readonly etag: string;
  readonly bytes: Blob;
}

/**
 * Answers with a text that is made on the first request and stays the same while the program runs. Browsers cache it, but
 * revalidate it each time, so an update of the program shows at once.
 *
 * @param type the content type
 * @param policy the Content-Security-Policy
 * @param make gives the text; where it fails, the next request tries again
 */
export function cachedText(type: string, policy: string, make: () => string | Promise<string>): Handler {
  let making: Promise<CachedText> | undefined;
  return async (c) => {
    making ??= withTag(make);
    const text = await making.catch((error) => {
      making = undefined;
      throw error;
    });
    return answer(c, text, {
      "content-type": type,
      "content-security-policy": policy,
      "cache-control": "no-cache",
      "etag": text.etag,
    });
  };
}

async function withTag(make: () => string | Promise<string>): Promise<CachedText> {
  const text = await make();
  const digest = createHash("sha256").update(text).digest("base64url").slice(0, 22);
  return { etag: `W/"${digest}"`, bytes: new Blob([text]) };
}

function answer(c: Context, { etag, bytes }: CachedText, headers: Record<string, string>): Response {
  if (matches(c.req.header("if-none-match"), etag)) return c.body(null, 304, headers);
  // In chunks: the largest has 1.7 MB, and compressing it at once would hold up every other request for 20 ms.
  return c.body(bytes.stream(), 200, { ...headers, "content-length": String(bytes.size) });
}

/** RFC 9110 §13.1.2. */
function matches(ifNoneMatch: string | undefined, etag: string): boolean {
  return (ifNoneMatch ?? "").split(",").map((each) => each.trim()).some((each) =>
    each === "*" || each === etag
  );
}
