import type { ComponentChildren } from "preact";

/**
 * Adds its children to the document's `<head>` while the page renders on the server. The last title, and the last element
 * with the same key, id or meta name, wins. Renders nothing where it is used, and does nothing in the browser.
 */
export function Head(_props: { children?: ComponentChildren }): null {
  return null;
}
