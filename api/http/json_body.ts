import { ApiError } from "./api_error.ts";
import { duplicateKeyOrDepth } from "./json_keys.ts";

const MOST_BYTES = 1_000_000;

/**
 * The text of a JSON body, known to parse. @throws ApiError unsupported_media_type | body_too_large | malformed_json
 */
export async function readJson(request: Request, optional: boolean): Promise<string> {
  const bytes = await readBytes(request);
  if (bytes.length === 0 && optional) return "{}";
  if (!isJson(request.headers.get("content-type"))) throw new ApiError("unsupported_media_type");
  const text = decode(bytes);
  mustParse(text);
  const trouble = duplicateKeyOrDepth(text);
  if (trouble) throw new ApiError("malformed_json", [trouble]);
  return text;
}

/** Counts while reading: a chunked body has no Content-Length, and one that has may lie. */
async function readBytes(request: Request): Promise<Uint8Array> {
  if (Number(request.headers.get("content-length") ?? 0) > MOST_BYTES) throw new ApiError("body_too_large");
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.length;
    if (length > MOST_BYTES) throw new ApiError("body_too_large");
    chunks.push(chunk);
  }
  return chunks.length === 1 ? chunks[0]! : concatenated(chunks, length);
}

function concatenated(chunks: Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

function isJson(contentType: string | null): boolean {
  return /^application\/json\s*(;|$)/i.test(contentType ?? "");
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new ApiError("malformed_json");
  }
}

function mustParse(text: string): void {
  try {
    JSON.parse(text);
  } catch {
    throw new ApiError("malformed_json"); // the parser's own words quote the body
  }
}
