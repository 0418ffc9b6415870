import assert from "node:assert/strict";
import { BodyTooLarge, readBoundedBody } from "@/http/bounded_body.ts";

const URL = "http://127.0.0.1/";

/** A request whose body comes in these chunks; gives how many of them were read, too. */
function chunked(chunks: string[]) {
  const read = { chunks: 0 };
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const chunk = chunks[read.chunks++];
      if (chunk === undefined) controller.close();
      else controller.enqueue(new TextEncoder().encode(chunk));
    },
  }, { highWaterMark: 0 });
  return { request: new Request(URL, { method: "POST", body }), read };
}

Deno.test("a body up to the limit is read whole, however it arrives", async () => {
  for (const chunks of [[], [""], ["12345"], ["1", "23", "", "45"]]) {
    const bytes = await readBoundedBody(chunked(chunks).request, 5);
    assert.equal(new TextDecoder().decode(bytes), chunks.join(""));
  }
  assert.equal((await readBoundedBody(new Request(URL), 5)).length, 0, "no body at all");
});

Deno.test("a body over the limit is refused, and no more of it is read than shows that", async () => {
  const { request, read } = chunked(["123", "456", "789", "0"]);
  await assert.rejects(readBoundedBody(request, 5), BodyTooLarge);
  assert.equal(read.chunks, 2);
});

Deno.test("a Content-Length over the limit is believed before anything is read, one below it is not", async () => {
  const large = chunked(["1"]);
  large.request.headers.set("content-length", "6");
  await assert.rejects(readBoundedBody(large.request, 5), BodyTooLarge);
  assert.equal(large.read.chunks, 0);

  const lying = chunked(["123", "456"]);
  lying.request.headers.set("content-length", "1");
  await assert.rejects(readBoundedBody(lying.request, 5), BodyTooLarge);
});
