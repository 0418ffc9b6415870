import { createElement, Fragment, type VNode } from "preact";

/**
 * An HTML comment; preact-render-to-string is the only renderer that knows it. The key is needed where the comment is all
 * that a component returns: a fragment without key is dropped there.
 */
export function htmlComment(text: string): VNode {
  return createElement(Fragment, { UNSTABLE_comment: text, key: text } as Record<string, string>);
}
