// http/: what the API, the console and the server share of HTTP itself: bodies, headers, compression. It imports
// nothing of ours and knows nothing of patients.

/** A request's body is longer than what may be read of it. */
export class BodyTooLarge extends Error {
  override name = "BodyTooLarge";
}

/**
 * The body of a request, counted while it is read: a chunked body has no Content-Length, and the header may lie.
 *
 * @param limit in bytes
 * @throws BodyTooLarge as soon as more than that is announced or has arrived
 */
export async function readBoundedBody(request: Request, limit: number): Promise<Uint8Array> {
  if (Number(request.headers.get("content-length") ?? 0) > limit) throw new BodyTooLarge();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.length;
    if (length > limit) throw new BodyTooLarge();
    chunks.push(chunk);
  }
  return chunks.length === 1 ? chunks[0]! : concatenate(chunks, length);
}

function concatenate(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}
