import { createElement, Fragment, type VNode } from "preact";

/**
 * An HTML comment; preact-render-to-string is the only renderer that knows it. The key keeps it from being taken for a
 * plain fragment, and dropped, where it is all that a component returns.
 */
export function comment(text: string): VNode {
  return createElement(Fragment, { UNSTABLE_comment: text, key: text } as Record<string, string>);
}
