import { type ComponentType, createElement, Fragment, type VNode } from "preact";
import type { Island } from "../snapshot.ts";
import { htmlComment } from "./comment.ts";
import { escapeAttribute, propsScript } from "./island_props.ts";
import { type Rendering, requireRendering } from "./rendering.ts";

/** Called for every node before it renders: an island is rendered between two comments that the browser looks for. */
export function encloseIsland(vnode: VNode, rendering: Rendering): void {
  if (rendering.insideIsland || typeof vnode.type !== "function") return;
  const island = rendering.snapshot?.islands.get(vnode.type);
  if (island) vnode.type = boundaryOf(island);
}

/** Links that let the browser fetch the islands' modules while it still reads the page. */
export function preloadLinks({ snapshot, islands }: Rendering): string {
  if (!snapshot || islands.length === 0) return "";
  const urls = new Set([
    ...snapshot.boot,
    ...islands.flatMap(({ island }) => [island.url, ...island.preload]),
  ]);
  return [...urls].map((url) => `<link rel="modulepreload" href="${escapeAttribute(url)}">`).join("");
}

/** The props as inert JSON and the module that starts the islands; empty on a page without islands. */
export function islandScripts({ snapshot, islands, nonce }: Rendering): string {
  const [boot] = snapshot?.boot ?? [];
  if (!snapshot || !boot || islands.length === 0) return "";
  const attribute = nonce === undefined ? "" : ` nonce="${escapeAttribute(nonce)}"`;
  return propsScript(islands, snapshot.build, attribute) +
    `<script type="module" src="${escapeAttribute(boot)}"${attribute}></script>`;
}

const boundaries = new WeakMap<Island, ComponentType>();

/** One component for each island, so that a node rendered twice has the same type both times. */
function boundaryOf(island: Island): ComponentType {
  const existing = boundaries.get(island);
  if (existing) return existing;
  const boundary = (props: Record<string, unknown>) => renderIsland(island, props);
  boundaries.set(island, boundary);
  return boundary;
}

/** An island inside another is an ordinary component: the outer one renders it in the browser too. */
function renderIsland(island: Island, props: Record<string, unknown>): VNode {
  const rendering = requireRendering();
  const content = createElement(island.component, props);
  if (rendering.insideIsland) return content;
  const number = rendering.islands.push({ island, props }) - 1;
  rendering.insideIsland = true;
  const start = htmlComment(`island ${number}`);
  return createElement(Fragment, null, start, content, createElement(EndOfIsland, null));
}

function EndOfIsland(): VNode {
  requireRendering().insideIsland = false;
  return htmlComment("/island");
}
