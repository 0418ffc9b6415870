import { promisify } from "node:util";
import { gzip } from "node:zlib";

const LEAST_BYTES = 1_000; // below, it fits one packet anyway
const WORTH = /^(?:text\/|application\/(?:json|javascript)|image\/svg)/;
const ACCEPTS = /(?:^|,)\s*(?:gzip|\*)\s*(?:;\s*q=(?!0(?:\.0*)?\s*(?:,|$))[\d.]+)?\s*(?:,|$)/i;
const pack = promisify(gzip); // on another thread

/**
 * The answer with its body packed (gzip), where the client unpacks it (RFC 9110 §12.5.3) and it is worth it: pages go over
 * slow lines. An entity tag becomes a weak one, because the same one would stand for two bodies (§8.8.3.3).
 */
export async function compress({ headers: asked }: Request, response: Response): Promise<Response> {
  const { headers } = response;
  if (!WORTH.test(headers.get("content-type") ?? "") || headers.has("content-encoding")) return response;
  headers.append("vary", "accept-encoding");
  if (response.body === null || !ACCEPTS.test(asked.get("accept-encoding") ?? "")) return response;
  const plain = await response.bytes();
  if (plain.length < LEAST_BYTES) return new Response(plain, response);
  const answer = new Response(new Uint8Array(await pack(plain)), response);
  answer.headers.set("content-encoding", "gzip");
  answer.headers.delete("content-length");
  const tag = headers.get("etag");
  if (tag !== null && !tag.startsWith("W/")) answer.headers.set("etag", `W/${tag}`);
  return answer;
}
