import { type ComponentChildren, createElement, Fragment, type Options, options, type VNode } from "preact";
import { jsxTemplate } from "preact/jsx-runtime";
import { renderToString } from "preact-render-to-string";
import { DocumentHead, markHead } from "./document_head.ts";
import { islandScripts, markIsland, type MountedIsland, preloadLinks } from "./island_marks.ts";
import { Unsupported } from "./unsupported.ts";
import type { Snapshot } from "./snapshot.ts";

/** One rendering of one document: what the hook below gathers while preact walks the tree. */
export interface Rendering {
  snapshot: Snapshot | undefined;
  nonce: string | undefined;
  head: DocumentHead;
  islands: MountedIsland[];
  insideIsland: boolean;
}

// Set only while renderToString runs, which is synchronous: two requests never see each other's.
let current: Rendering | undefined;

/**
 * Renders the page, puts its HTML in the slot and renders the document around it, fills `<head>` with what `<Head>` asked
 * for, and adds the scripts of the islands found. A page without islands gets no script.
 * @throws when an island's props cannot be sent
 */
export function renderToHtml(
  slot: { page: ComponentChildren },
  document: ComponentChildren | undefined,
  snapshot: Snapshot | undefined,
  nonce: string | undefined,
): string {
  const rendering = { snapshot, nonce, head: new DocumentHead(), islands: [], insideIsland: false };
  return during(rendering, () => {
    const page = renderToString(createElement(Fragment, null, slot.page));
    if (document === undefined) return finish(page, rendering);
    slot.page = jsxTemplate([page]);
    return finish(renderToString(createElement(Fragment, null, document)), rendering);
  });
}

/** The rendering under way. Throws outside of one. */
export function underWay(): Rendering {
  if (!current) throw new Error("This component renders on the server only, inside a Fresh page");
  return current;
}

function during(rendering: Rendering, work: () => string): string {
  const outer = current;
  current = rendering;
  try {
    return work();
  } finally {
    current = outer;
  }
}

function finish(html: string, rendering: Rendering): string {
  const filled = rendering.head.fill(html, preloadLinks(rendering), renderToString);
  const scripts = islandScripts(rendering);
  const end = filled.lastIndexOf("</body>");
  return end < 0 ? filled + scripts : filled.slice(0, end) + scripts + filled.slice(end);
}

// `__b` is preact's hook before a node is diffed or rendered. Creation would be too early to look: async pages make
// their JSX before any rendering begins.
const hooks: Options & { __b?: (vnode: VNode) => void } = options;
const earlier = hooks.__b;
hooks.__b = (vnode) => {
  if (current) mark(vnode, current);
  earlier?.(vnode);
};

function mark(vnode: VNode, rendering: Rendering): void {
  if (typeof vnode.type === "string") mustNotNavigate(vnode.props);
  if (vnode.type === "script" || vnode.type === "style") addNonce(vnode, rendering.nonce);
  markHead(vnode, rendering.head);
  markIsland(vnode, rendering);
}

function mustNotNavigate(props: object): void {
  for (const name of ["f-client-nav", "f-partial"]) if (name in props) throw new Unsupported(name);
}

/** Inline scripts and styles written by our own components are allowed to run; nothing else inline is. */
function addNonce(vnode: VNode, nonce: string | undefined): void {
  const props = vnode.props as { nonce?: string; src?: string };
  if (nonce !== undefined && props.src === undefined) props.nonce = nonce;
}
