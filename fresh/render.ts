import { type ComponentChildren, createElement, type FunctionComponent } from "preact";
import { type Context, inside, type Layout } from "./context.ts";
import { renderToHtml } from "./server_render.ts";
import type { LayoutConfig, PageProps, ServerComponent } from "./types.ts";

/**
 * The document of a request: `content` in its layouts in the app wrapper. A Response when an async component answered
 * with one instead. As on Fresh, the wrapper is rendered last and by itself, around what is HTML by then.
 */
export async function renderDocument<State>(
  ctx: Context<State>,
  content: ServerComponent<unknown, State>,
  config: LayoutConfig,
): Promise<string | Response> {
  const { snapshot, wrapper, layouts, nonce } = ctx[inside];
  const inherited = inheritedBy(layouts, config);
  const props = propsOf(ctx);
  const page = await nest(
    [...inherited.map(componentOf), content as ServerComponent<unknown, unknown>],
    props,
  );
  if (page instanceof Response) return page;
  const bare = config.skipAppWrapper || inherited.some((layout) => layout.config.skipAppWrapper);
  const slot: { page: ComponentChildren } = { page };
  const document = wrapper && !bare ? await made(wrapper.component, props, () => slot.page) : undefined;
  if (document instanceof Response) return document;
  return "<!DOCTYPE html>" + renderToHtml(slot, document, snapshot, nonce);
}

/** The layouts that apply, outermost first, after what each of them and `config` skip. */
function inheritedBy(layouts: readonly Layout[], config: LayoutConfig): Layout[] {
  if (config.skipInheritedLayouts) return [];
  const from = layouts.findLastIndex((layout) => layout.config.skipInheritedLayouts);
  return layouts.slice(Math.max(from, 0));
}

function componentOf({ component }: Layout): ServerComponent<unknown, unknown> {
  return component;
}

async function nest(
  components: ServerComponent<unknown, unknown>[],
  props: Omit<PageProps, "Component">,
): Promise<ComponentChildren | Response> {
  let tree: ComponentChildren = null;
  for (const component of components.toReversed()) {
    const child = tree;
    const around = await made(component, props, () => child);
    if (around instanceof Response) return around;
    tree = around;
  }
  return tree;
}

/** Async components run here, innermost first; the others when preact renders, so that hooks work in them. */
function made(
  component: ServerComponent<unknown, unknown>,
  props: Omit<PageProps, "Component">,
  Component: FunctionComponent,
): ComponentChildren | Promise<ComponentChildren | Response> {
  const own: PageProps = { ...props, Component: Component };
  return isAsync(component) ? component(own) : createElement(component as FunctionComponent<PageProps>, own);
}

function isAsync(component: ServerComponent<unknown, unknown>): boolean {
  return component.constructor.name === "AsyncFunction";
}

function propsOf<State>(ctx: Context<State>): Omit<PageProps, "Component"> {
  const { req, url, params, route, state, data, error, info, config, isPartial } = ctx;
  return { req, url, params, route, state, data, error, info, config, isPartial };
}
