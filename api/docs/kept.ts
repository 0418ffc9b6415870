import { createHash } from "node:crypto";
import type { Context, Handler } from "hono";

/** A text as it leaves: plain and compressed, under one tag. */
interface Kept {
  readonly etag: string;
  readonly plain: Uint8Array<ArrayBuffer>;
  readonly gzipped: Uint8Array<ArrayBuffer>;
}

/**
 * Answers with a text that is made when it is first asked for and stays the same as long as the program runs. Browsers
 * keep it, but ask each time whether it still holds, so an update of the program shows at once.
 *
 * @param type the content type
 * @param policy the Content-Security-Policy
 */
export function kept(type: string, policy: string, make: () => string | Promise<string>): Handler {
  let making: Promise<Kept> | undefined;
  return async (c) => {
    making ??= keep(make);
    const text = await making.catch((error) => {
      making = undefined; // the next one who asks tries again
      throw error;
    });
    return answer(c, text, {
      "content-type": type,
      "content-security-policy": policy,
      "cache-control": "no-cache",
      "vary": "accept-encoding",
      "etag": text.etag,
    });
  };
}

async function keep(make: () => string | Promise<string>): Promise<Kept> {
  const plain = new TextEncoder().encode(await make());
  const digest = createHash("sha256").update(plain).digest("base64url").slice(0, 22);
  return { etag: `W/"${digest}"`, plain, gzipped: await gzip(plain) };
}

async function gzip(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

function answer(c: Context, { etag, plain, gzipped }: Kept, headers: Record<string, string>): Response {
  if (names(c.req.header("if-none-match"), etag)) return c.body(null, 304, headers);
  if (!/\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(c.req.header("accept-encoding") ?? "")) {
    return c.body(plain, 200, headers);
  }
  return c.body(gzipped, 200, { ...headers, "content-encoding": "gzip" });
}

function names(ifNoneMatch: string | undefined, etag: string): boolean {
  return (ifNoneMatch ?? "").split(",").map((each) => each.trim()).some((each) =>
    each === "*" || each === etag
  );
}
