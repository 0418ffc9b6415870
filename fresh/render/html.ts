import { type ComponentChildren, createElement, Fragment, type Options, options, type VNode } from "preact";
import { jsxTemplate } from "preact/jsx-runtime";
import { renderToString } from "preact-render-to-string";
import type { Snapshot } from "../snapshot.ts";
import { Unsupported } from "../unsupported.ts";
import { DocumentHead } from "./document_head.ts";
import { collectHead } from "./head_elements.ts";
import { encloseIsland, islandScripts, preloadLinks } from "./island_boundary.ts";
import { currentRendering, type Rendering, withRendering } from "./rendering.ts";

/**
 * Renders the page, puts its HTML in the slot and renders the document around it, completes `<head>` with what `<Head>`
 * holds, and adds the scripts of the islands found. A page without islands gets no script.
 *
 * @throws when an island's props cannot be sent
 */
export function renderToHtml(
  slot: { page: ComponentChildren },
  document: ComponentChildren | undefined,
  snapshot: Snapshot | undefined,
  nonce: string | undefined,
): string {
  const rendering = newRendering(snapshot, nonce);
  return withRendering(rendering, () => {
    const page = renderToString(createElement(Fragment, null, slot.page));
    if (document === undefined) return addHeadAndScripts(page, rendering);
    slot.page = jsxTemplate([page]);
    return addHeadAndScripts(renderToString(createElement(Fragment, null, document)), rendering);
  });
}

function newRendering(snapshot: Snapshot | undefined, nonce: string | undefined): Rendering {
  const head = new DocumentHead();
  return { snapshot, nonce, head, islands: [], insideHead: false, insideIsland: false, lastKey: undefined };
}

function addHeadAndScripts(html: string, rendering: Rendering): string {
  const completed = rendering.head.complete(html, preloadLinks(rendering), renderToString);
  const scripts = islandScripts(rendering);
  const end = completed.lastIndexOf("</body>");
  return end < 0 ? completed + scripts : completed.slice(0, end) + scripts + completed.slice(end);
}

// `__b` is preact's hook before a node is diffed or rendered. Its hook on creation would be too early: async pages
// create their JSX before any rendering begins.
const hooks: Options & { __b?: (vnode: VNode) => void } = options;
const previousHook = hooks.__b;
hooks.__b = (vnode) => {
  const rendering = currentRendering();
  if (rendering) prepare(vnode, rendering);
  previousHook?.(vnode);
};

function prepare(vnode: VNode, rendering: Rendering): void {
  if (typeof vnode.type === "string") refuseClientNavigation(vnode.props);
  if (vnode.type === "script" || vnode.type === "style") addNonce(vnode, rendering.nonce);
  collectHead(vnode, rendering);
  encloseIsland(vnode, rendering);
}

function refuseClientNavigation(props: object): void {
  for (const name of ["f-client-nav", "f-partial"]) if (name in props) throw new Unsupported(name);
}

/** Inline scripts and styles written by our own components are allowed to run; nothing else inline is. */
function addNonce(vnode: VNode, nonce: string | undefined): void {
  const props = vnode.props as { nonce?: string; src?: string };
  if (nonce !== undefined && props.src === undefined) props.nonce = nonce;
}
