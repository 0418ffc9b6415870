/**
 * For csp() with useNonce: these replace its defaults. Nothing is loaded but this site's own files, and styles come from
 * the style sheet alone.
 */
export const contentPolicy: string[] = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'none'",
  "worker-src 'none'",
  "base-uri 'none'",
];

/** Error pages do not pass through csp(), and need no script but the one file that sets the theme. */
export const errorPageHeaders: Record<string, string> = {
  "content-security-policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; " +
    "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  "referrer-policy": "same-origin",
};
