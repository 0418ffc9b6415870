import type { Context } from "hono";
import type { Answer, ListAnswer } from "./answer.ts";

/** An endpoint's answer as an HTTP response. */
export function respond(c: Context, answer: Answer): Response {
  if ("items" in answer) return respondWithList(c, answer);
  if (answer.status === 204) return c.body(null, 204);
  return json(c, answer.body, answer.status, { ...answer.headers });
}

function respondWithList(c: Context, { items, total, next }: ListAnswer<unknown>): Response {
  const headers: Record<string, string> = { "x-total-count": String(total) };
  if (next !== undefined) headers.link = `<${nextPagePath(c.req.url, next)}>; rel="next"`;
  if (Array.isArray(items)) return json(c, items, 200, headers);
  headers["content-type"] = JSON_TYPE;
  if (c.req.method === "HEAD") return c.body(null, 200, headers); // nothing is read for a body that is not sent
  return c.body(jsonArrayStream(items, c.get("reportFailure")), 200, headers);
}

const JSON_TYPE = "application/json";

/** The body of an answer to HEAD is dropped later on: its length is set here, or Content-Length would be 0. */
function json(c: Context, body: unknown, status: 200 | 201, headers: Record<string, string>): Response {
  const text = JSON.stringify(body);
  headers["content-type"] = JSON_TYPE;
  if (c.req.method === "HEAD") headers["content-length"] = String(new TextEncoder().encode(text).length);
  return c.body(text, status, headers);
}

/** Path and query of the same list from `cursor` on; without an origin, so that it is right behind any proxy. */
function nextPagePath(url: string, cursor: string): string {
  const { pathname, searchParams } = new URL(url);
  searchParams.set("cursor", cursor);
  return `${pathname}?${searchParams}`;
}

/**
 * A JSON array, written while its items are read. Where reading fails the connection is cut: an array without its closing
 * bracket cannot be taken for a whole one.
 */
function jsonArrayStream(
  batches: AsyncIterable<unknown[]>,
  reportFailure: (error: unknown) => void,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const iterator = batches[Symbol.asyncIterator]();
  let separator = "[";
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await iterator.next().catch((error) => {
        reportFailure(error);
        throw new StreamAborted(); // the runtime would print the error itself
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

/** Ends a stream before its end. */
class StreamAborted extends Error {
  override name = "StreamAborted";
}
