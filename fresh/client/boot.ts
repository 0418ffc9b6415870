/// <reference lib="dom" />
import { signal } from "@preact/signals";
import { parse } from "devalue";
import { type ComponentType, createElement, render } from "preact";
import { setBuildId } from "../asset.ts";
import { placeOf } from "./island_place.ts";

type Props = Record<string, unknown>;
type Mounted = [url: string, exportName: string, props: Props];

const block = document.getElementById("fresh-islands");
if (block?.textContent) await start(block.textContent);

/** Starts every island that server_render.ts marked; `json` is what island_props.ts wrote. */
async function start(json: string): Promise<void> {
  const [build, islands]: [string, Mounted[]] = parse(json, { Signal: ([value]) => signal(value) });
  setBuildId(build);
  await Promise.all(islands.map(mount));
}

/** Renders, not hydrates: what the component makes of IS_BROWSER must win over what the server made of it. */
async function mount([url, exportName, props]: Mounted, number: number): Promise<void> {
  const module: Record<string, ComponentType<Props>> = await import(url);
  const component = module[exportName];
  const place = placeOf(number);
  if (component && place) render(createElement(component, props), place);
}
