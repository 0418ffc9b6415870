import type { MiddlewareHandler } from "hono";
import { secureHeaders } from "hono/secure-headers";

type Options = NonNullable<Parameters<typeof secureHeaders>[0]>;

/**
 * Hono's security headers, of which each part of the program turns on those that its answers need. A header that an answer
 * sets itself is left as it is.
 */
export function securityHeaders(wanted: Options): MiddlewareHandler {
  return secureHeaders({ ...OFF, ...wanted, overwrite: false });
}

const OFF: Options = {
  crossOriginEmbedderPolicy: false,
  crossOriginResourcePolicy: false,
  crossOriginOpenerPolicy: false,
  originAgentCluster: false,
  referrerPolicy: false,
  strictTransportSecurity: false,
  xContentTypeOptions: false,
  xDnsPrefetchControl: false,
  xDownloadOptions: false,
  xFrameOptions: false,
  xPermittedCrossDomainPolicies: false,
  xXssProtection: false,
};

/** Keeps answers out of every cache, because they hold patient data, unless they say themselves how to be cached. */
export const noStore: MiddlewareHandler = async (c, next) => {
  await next();
  if (!c.res.headers.has("cache-control")) c.res.headers.set("cache-control", "no-store");
};
