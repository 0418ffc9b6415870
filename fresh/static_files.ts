import { BUILD_PARAM } from "./asset.ts";
import { type Context, inside } from "./context.ts";
import { HttpError } from "./http_error.ts";
import type { StaticFile } from "./snapshot.ts";
import type { Middleware } from "./types.ts";

const YEAR = "public, max-age=31536000, immutable";

/**
 * Serves the files of static/ and the islands' modules from the build. A URL that holds a hash or the current build is
 * cached for good; the others are asked for again with an ETag. Other paths are passed on.
 */
export function staticFiles<State>(): Middleware<State> {
  return (ctx) => {
    const file = ctx[inside].snapshot?.files.get(ctx.url.pathname);
    if (!file) return ctx.next();
    if (ctx.req.method !== "GET" && ctx.req.method !== "HEAD") throw new HttpError(405, "Method Not Allowed");
    return serve(file, ctx);
  };
}

function serve<State>(file: StaticFile, ctx: Context<State>): Response {
  const etag = `"${file.hash}"`;
  const forGood = file.immutable || ctx.url.searchParams.get(BUILD_PARAM) === ctx[inside].snapshot?.build;
  const headers = { "content-type": file.type, etag, "cache-control": forGood ? YEAR : "no-cache" };
  if (holds(ctx.req.headers.get("if-none-match"), etag)) return new Response(null, { status: 304, headers });
  return new Response(file.bytes, { headers });
}

/** Whether the browser has this content. A server that compresses weakens the tag, hence the W/. */
function holds(ifNoneMatch: string | null, etag: string): boolean {
  return (ifNoneMatch ?? "").split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag);
}
