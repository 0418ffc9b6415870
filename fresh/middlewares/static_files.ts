import { BUILD_PARAM } from "../asset.ts";
import { HttpError } from "../http_error.ts";
import type { StaticFile } from "../snapshot.ts";
import type { Context } from "../request/context.ts";
import type { Middleware } from "../request/handler_types.ts";
import { internals } from "../request/internals.ts";

const YEAR = "public, max-age=31536000, immutable";

/**
 * Serves the files of static/ and the islands' modules from the build. A URL with a hash or the current build in it is
 * cached for a year; the others are revalidated with an ETag each time. Other paths are passed on.
 */
export function staticFiles<State>(): Middleware<State> {
  return (ctx) => {
    const file = ctx[internals].snapshot?.files.get(ctx.url.pathname);
    if (!file) return ctx.next();
    if (ctx.req.method !== "GET" && ctx.req.method !== "HEAD") throw new HttpError(405, "Method Not Allowed");
    return serve(file, ctx);
  };
}

function serve<State>(file: StaticFile, ctx: Context<State>): Response {
  const etag = `"${file.hash}"`;
  const isUnchanging = file.immutable ||
    ctx.url.searchParams.get(BUILD_PARAM) === ctx[internals].snapshot?.build;
  const headers = { "content-type": file.type, etag, "cache-control": isUnchanging ? YEAR : "no-cache" };
  if (matchesEtag(ctx.req.headers.get("if-none-match"), etag)) {
    return new Response(null, { status: 304, headers });
  }
  return new Response(file.bytes, { headers });
}

/** Whether the browser has this content. A host that compresses makes the tag a weak one, hence the W/. */
function matchesEtag(ifNoneMatch: string | null, etag: string): boolean {
  return (ifNoneMatch ?? "").split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag);
}
