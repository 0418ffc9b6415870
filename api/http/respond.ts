import type { Context } from "hono";
import type { Answer, ListAnswer } from "./answer.ts";

/** An endpoint's answer as HTTP. */
export function respond(c: Context, answer: Answer): Response {
  if ("items" in answer) return listed(c, answer);
  if (answer.status === 204) return c.body(null, 204);
  return json(c, answer.body, answer.status, { ...answer.headers });
}

function listed(c: Context, { items, total, next }: ListAnswer<unknown>): Response {
  const headers: Record<string, string> = { "x-total-count": String(total) };
  if (next !== undefined) headers.link = `<${nextPage(c.req.url, next)}>; rel="next"`;
  if (Array.isArray(items)) return json(c, items, 200, headers);
  headers["content-type"] = JSON_TYPE;
  if (c.req.method === "HEAD") return c.body(null, 200, headers); // nothing is read that nobody will get
  return c.body(streamed(items, c.get("failed")), 200, headers);
}

const JSON_TYPE = "application/json";

/** A HEAD's body is dropped further on, and would be told to be empty if its length were not told here. */
function json(c: Context, body: unknown, status: 200 | 201, headers: Record<string, string>): Response {
  const text = JSON.stringify(body);
  headers["content-type"] = JSON_TYPE;
  if (c.req.method === "HEAD") headers["content-length"] = String(new TextEncoder().encode(text).length);
  return c.body(text, status, headers);
}

/** The same list from `cursor` on, relative to the server, so that it holds behind any proxy. */
function nextPage(url: string, cursor: string): string {
  const { pathname, searchParams } = new URL(url);
  searchParams.set("cursor", cursor);
  return `${pathname}?${searchParams}`;
}

/**
 * A long array as it is read. If something fails midway the connection is cut: the array is never closed as if it
 * were whole.
 */
function streamed(
  batches: AsyncIterable<unknown[]>,
  failed: (error: unknown) => void,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const iterator = batches[Symbol.asyncIterator]();
  let separator = "[";
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await iterator.next().catch((error) => {
        failed(error);
        throw new CutShort(); // in place of the error, which the runtime would print
      });
      if (done) {
        controller.enqueue(encoder.encode(separator === "[" ? "[]" : "]"));
        controller.close();
        return;
      }
      controller.enqueue(encoder.encode(separator + value.map((item) => JSON.stringify(item)).join(",")));
      separator = ",";
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}

/** Ends a stream without its end. */
class CutShort extends Error {
  override name = "CutShort";
}
