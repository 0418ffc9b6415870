import { createHash } from "node:crypto";
import { extname } from "node:path";
import type { BuiltFile } from "../apply_build.ts";
import { filesBelow } from "./scan.ts";

const TYPES: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".pdf": "application/pdf",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
};

/** The files of static/, each under the path of its URL. */
export async function readStatics(folder: string): Promise<BuiltFile[]> {
  const files = await filesBelow(folder);
  return await Promise.all(
    files.map(async ({ path, file }) => builtFile(path, await Deno.readFile(file), false)),
  );
}

/** @throws when the extension's media type is not listed: the file would be served as something else */
export function builtFile(path: string, bytes: Uint8Array, immutable: boolean): BuiltFile {
  const type = TYPES[extname(path)];
  if (!type) {
    throw new Error(`No media type is known for ${path}: add its extension to fresh/build/statics.ts`);
  }
  return { path: encodeURI(path), type, hash: hashOf(bytes), immutable, base64: bytes.toBase64() };
}

/** Names the build by the content of static/, so that `asset()` URLs change exactly when a file does. */
export function buildIdOf(statics: BuiltFile[]): string {
  return hashOf(statics.map(({ path, hash }) => `${path} ${hash}\n`).join(""));
}

function hashOf(content: Uint8Array | string): string {
  return createHash("sha256").update(content).digest("hex").slice(0, 16);
}
