import type { RequestInfo } from "./request_info.ts";

/**
 * The cookie that holds the session's token. By https it is a `__Host-` cookie, which no other host and no plain http can
 * set. Browsers refuse those on plain http, which is served on loopback alone.
 */
export function sessionCookie(info: RequestInfo, token: string): string {
  return `${cookieName(info)}=${token}; ${ATTRIBUTES}${info.https ? "; Secure" : ""}`;
}

/** Takes the cookie away again. */
export function noSessionCookie(info: RequestInfo): string {
  return `${sessionCookie(info, "")}; Max-Age=0`;
}

/** The session's token in a request. */
export function sessionToken(info: RequestInfo, headers: Headers): string | undefined {
  const start = `${cookieName(info)}=`;
  const pairs = (headers.get("cookie") ?? "").split(";").map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(start))?.slice(start.length) || undefined;
}

// No Expires: on a shared computer the cookie goes with the browser. The server ends the session after a day.
const ATTRIBUTES = "Path=/; HttpOnly; SameSite=Lax";

/** What the cookie is called. */
export function cookieName({ https }: Pick<RequestInfo, "https">): string {
  return https ? "__Host-dovms" : "dovms";
}
