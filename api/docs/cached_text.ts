import { createHash } from "node:crypto";
import type { Context, Handler } from "hono";

/** A text as it leaves, and its entity tag. */
interface CachedText {
  readonly etag: string;
  readonly bytes: Blob;
}

/**
 * Answers with a text that is made when it is first asked for and stays the same as long as the program runs. Browsers
 * cache it, but ask each time whether it is still current, so an update of the program shows at once.
 *
 * @param type the content type
 * @param policy the Content-Security-Policy
 */
export function cachedText(type: string, policy: string, make: () => string | Promise<string>): Handler {
  let making: Promise<CachedText> | undefined;
  return async (c) => {
    making ??= withTag(make);
    const text = await making.catch((error) => {
      making = undefined; // the next request tries again
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
  if (names(c.req.header("if-none-match"), etag)) return c.body(null, 304, headers);
  // In chunks: the largest has 1.7 MB, and to compress it in one go would hold up everybody else for 20 ms.
  return c.body(bytes.stream(), 200, { ...headers, "content-length": String(bytes.size) });
}

function names(ifNoneMatch: string | undefined, etag: string): boolean {
  return (ifNoneMatch ?? "").split(",").map((each) => each.trim()).some((each) =>
    each === "*" || each === etag
  );
}
