import { BodyTooLarge, readBoundedBody } from "@/http/bounded_body.ts";
import { ApiError } from "./api_error.ts";
import { duplicateKeyOrDepth } from "./json_keys.ts";

const MAX_BYTES = 1_000_000;

/**
 * The text of a JSON body, known to parse; "{}" where an optional body is empty.
 *
 * @throws ApiError unsupported_media_type, body_too_large (more than 1 MB) or malformed_json
 */
export async function readJson(request: Request, optional: boolean): Promise<string> {
  const bytes = await readBytes(request);
  if (bytes.length === 0 && optional) return "{}";
  if (!isJson(request.headers.get("content-type"))) throw new ApiError("unsupported_media_type");
  const text = decode(bytes);
  requireJson(text);
  const fieldError = duplicateKeyOrDepth(text);
  if (fieldError) throw new ApiError("malformed_json", [fieldError]);
  return text;
}

async function readBytes(request: Request): Promise<Uint8Array> {
  try {
    return await readBoundedBody(request, MAX_BYTES);
  } catch (error) {
    throw error instanceof BodyTooLarge ? new ApiError("body_too_large") : error;
  }
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

function requireJson(text: string): void {
  try {
    JSON.parse(text);
  } catch {
    throw new ApiError("malformed_json"); // the parser's message quotes the body
  }
}
