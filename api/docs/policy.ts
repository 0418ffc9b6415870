/** What pages without a script may load: the program's own style sheet, and the icon that is written into the page. */
export const PLAIN_POLICY = policy(["style-src 'self'", "img-src data:"]);

/**
 * The reference besides runs the program's own script files, which call the program's own API. Its style sheet draws
 * with pictures that are written into it. Nothing inline, nothing evaluated, nothing from elsewhere.
 */
export const REFERENCE_POLICY = policy([
  "script-src 'self'",
  "style-src 'self'",
  "img-src data:",
  "connect-src 'self'",
]);

function policy(allowed: string[]): string {
  const closed = ["default-src 'none'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"];
  return [...closed, ...allowed].join("; ");
}
