import { type ComponentType, createElement, Fragment, type VNode } from "preact";
import { comment } from "./comment.ts";
import { escapeAttribute, propsScript } from "./island_props.ts";
import { type Rendering, underWay } from "./server_render.ts";
import type { Island } from "./snapshot.ts";

/** An island on the page, with the props that go to the browser. */
export interface MountedIsland {
  island: Island;
  props: Record<string, unknown>;
}

/** Called for every node before it renders: an island is rendered between two comments that the browser looks for. */
export function markIsland(vnode: VNode, rendering: Rendering): void {
  if (rendering.insideIsland || typeof vnode.type !== "function") return;
  const island = rendering.snapshot?.islands.get(vnode.type);
  if (island) vnode.type = boundaryOf(island);
}

/** Links that let the browser fetch the islands' modules while it still reads the page. */
export function preloadLinks(rendering: Rendering): string {
  const { snapshot, islands } = rendering;
  if (!snapshot || islands.length === 0) return "";
  const urls = new Set([
    ...snapshot.boot,
    ...islands.flatMap(({ island }) => [island.url, ...island.preload]),
  ]);
  return [...urls].map((url) => `<link rel="modulepreload" href="${escapeAttribute(url)}">`).join("");
}

/** The props as inert JSON and the module that starts the islands; empty on a page without islands. */
export function islandScripts(rendering: Rendering): string {
  const [boot] = rendering.snapshot?.boot ?? [];
  if (!rendering.snapshot || !boot || rendering.islands.length === 0) return "";
  const nonce = rendering.nonce === undefined ? "" : ` nonce="${escapeAttribute(rendering.nonce)}"`;
  return propsScript(rendering.islands, rendering.snapshot.build, nonce) +
    `<script type="module" src="${escapeAttribute(boot)}"${nonce}></script>`;
}

const boundaries = new WeakMap<Island, ComponentType>();

/** One component for each island, so that a node kept between two renderings still finds its way. */
function boundaryOf(island: Island): ComponentType {
  const known = boundaries.get(island);
  if (known) return known;
  const boundary = (props: Record<string, unknown>) => enclose(island, props);
  boundaries.set(island, boundary);
  return boundary;
}

/** An island inside another is an ordinary component: the outer one renders it in the browser too. */
function enclose(island: Island, props: Record<string, unknown>): VNode {
  const rendering = underWay();
  const content = createElement(island.component, props);
  if (rendering.insideIsland) return content;
  const number = rendering.islands.push({ island, props }) - 1;
  rendering.insideIsland = true;
  return createElement(Fragment, null, comment(`island ${number}`), content, createElement(EndIsland, null));
}

function EndIsland(): VNode {
  underWay().insideIsland = false;
  return comment("/island");
}
