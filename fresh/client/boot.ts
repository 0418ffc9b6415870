/// <reference lib="dom" />
import { signal } from "@preact/signals";
import { parse } from "devalue";
import { type ComponentType, createElement, render } from "preact";
import { setBuildId } from "../asset.ts";
import { islandRoot } from "./island_root.ts";

type Props = Record<string, unknown>;
type Mounted = [url: string, exportName: string, props: Props];

const block = document.getElementById("fresh-islands");
if (block?.textContent) await start(block.textContent);

/** Starts every island that render/island_boundary.ts enclosed; `json` is what render/island_props.ts wrote. */
async function start(json: string): Promise<void> {
  const [build, islands]: [string, Mounted[]] = parse(json, { Signal: ([value]) => signal(value) });
  setBuildId(build);
  await Promise.all(islands.map(mount));
}

/** Renders instead of hydrating: attributes that depend on IS_BROWSER would keep the server's values. */
async function mount([url, exportName, props]: Mounted, number: number): Promise<void> {
  const module: Record<string, ComponentType<Props>> = await import(url);
  const component = module[exportName];
  const root = islandRoot(number);
  if (component && root) render(createElement(component, props), root);
}
