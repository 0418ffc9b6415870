/** The Content-Security-Policy of pages without a script: the program's own style sheet, and the icon in the page itself. */
export const PLAIN_POLICY = policy(["style-src 'self'", "img-src data:"]);

/**
 * The policy of the reference: it also runs the program's own script files, which call the program's own API. Nothing
 * inline, nothing evaluated, nothing from another server.
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
