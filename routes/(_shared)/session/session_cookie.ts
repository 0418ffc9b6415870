import { parse, serialize } from "hono/utils/cookie";
import type { RequestInfo } from "@/routes/(_shared)/http/request_info.ts";

/**
 * The Set-Cookie header with the session's token. By https it is a `__Host-` cookie, which no other host and no plain http
 * can set. Browsers refuse those on plain http, which is served on loopback alone.
 */
export function sessionCookie(info: RequestInfo, token: string): string {
  return serialize(cookieName(info), token, attributes(info));
}

/** The Set-Cookie header that removes the cookie. */
export function noSessionCookie(info: RequestInfo): string {
  return serialize(cookieName(info), "", { ...attributes(info), maxAge: 0 });
}

/** The session's token in a request. */
export function sessionToken(info: RequestInfo, headers: Headers): string | undefined {
  const name = cookieName(info);
  return parse(headers.get("cookie") ?? "", name)[name] || undefined;
}

// No Expires: on a shared computer the cookie ends with the browser. The server ends the session after a day.
function attributes({ https }: RequestInfo) {
  return { path: "/", httpOnly: true, sameSite: "Lax", secure: https } as const;
}

/** What the cookie is called. */
export function cookieName({ https }: Pick<RequestInfo, "https">): string {
  return https ? "__Host-dovms" : "dovms";
}
