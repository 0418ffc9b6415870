/** Where to sign in, to be led back to `url` afterwards. A form that was sent cannot be sent again: only GET leads back. */
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
