import { type ComponentChildren, createElement, type VNode } from "preact";
import { Head } from "./head.ts";
import { type Rendering, requireRendering } from "./rendering.ts";

/** Called for every node before it renders: collects `<Head>`, and replaces what may be replaced in `<head>`. */
export function collectHead(vnode: VNode, rendering: Rendering): void {
  if (vnode.type === Head) rendering.head.add(vnode.props.children);
  else if (vnode.type === "head" && !rendering.insideHead) vnode.type = HeadElement;
  else if (rendering.insideHead && typeof vnode.type === "string") {
    vnode.type = PLACEHOLDERS.get(vnode.type) ?? vnode.type;
  }
  rendering.lastKey = vnode.key;
}

function HeadElement(props: { children?: ComponentChildren }): VNode {
  requireRendering().insideHead = true;
  return createElement("head", { ...props }, props.children, createElement(EndOfHead, null));
}

function EndOfHead(): VNode {
  const rendering = requireRendering();
  rendering.insideHead = false;
  return rendering.head.end();
}

const PLACEHOLDERS = new Map(["title", "meta", "link"].map((tag) => [tag, placeholderOf(tag)]));

function placeholderOf(tag: string): (props: Record<string, unknown>) => VNode {
  return (props) => {
    const { head, lastKey } = requireRendering();
    return head.reserve(createElement(tag, props), lastKey);
  };
}
