/** Where forms hold what somebody has typed and must not lose. Passwords are not among it. */
const KEEPING = /^\/(?:patients|visits|departments|staff|set-up\/department)(?:\/|$)/;

/** Where a form that was sent without a session is kept; undefined for forms in which nothing is typed, and passwords. */
export function resumeAddress(method: string, { pathname, search }: URL): string | undefined {
  if (method !== "POST" || !KEEPING.test(pathname)) return undefined;
  return `/resume?${new URLSearchParams({ next: pathname + search })}`;
}

/** Where to sign in, to be led back to `url` afterwards. Of forms see keptAddress(). */
export function signInAddress(method: string, { pathname, search }: URL): string {
  const back = pathname + search;
  if (method !== "GET" || back === "/") return "/sign-in";
  return `/sign-in?${new URLSearchParams({ next: back })}`;
}

/** `next` if it is a path of this site, else the home page: a link must not lead through the sign-in page elsewhere. */
export function localPath(next: string | null, { origin }: URL): string {
  if (!next?.startsWith("/") || !URL.canParse(next, origin)) return "/";
  const target = new URL(next, origin);
  const path = target.pathname + target.search;
  return target.origin === origin && !path.startsWith("//") ? path : "/"; // "/.//host" has the path //host
}
