import { type ComponentChildren, createElement, type FunctionComponent } from "preact";
import { type Context, inside, type Layout } from "./context.ts";
import { renderToHtml } from "./server_render.ts";
import type { LayoutConfig, PageProps, ServerComponent } from "./types.ts";

/**
 * The document of a request: `content` in its layouts in the app wrapper. A Response when an async component answered
 * with one instead.
 */
export async function renderDocument<State>(
  ctx: Context<State>,
  content: ServerComponent<unknown, State>,
  config: LayoutConfig,
): Promise<string | Response> {
  const { snapshot, wrapper, layouts, nonce } = ctx[inside];
  const around = surroundings(wrapper, layouts, config);
  const tree = await nest([...around, content as ServerComponent<unknown, unknown>], propsOf(ctx));
  if (tree instanceof Response) return tree;
  return "<!DOCTYPE html>" + renderToHtml(tree, snapshot, nonce);
}

/** The wrapper and layouts that apply, outermost first, after what each of them and `config` skip. */
function surroundings(
  wrapper: Layout | undefined,
  layouts: readonly Layout[],
  config: LayoutConfig,
): ServerComponent<unknown, unknown>[] {
  let inherited: Layout[] = [];
  for (const layout of layouts) {
    inherited = layout.config.skipInheritedLayouts ? [layout] : [...inherited, layout];
  }
  if (config.skipInheritedLayouts) inherited = [];
  const bare = config.skipAppWrapper || inherited.some((layout) => layout.config.skipAppWrapper);
  return [...(wrapper && !bare ? [wrapper] : []), ...inherited].map((layout) => layout.component);
}

/** Async components run here, innermost first; the others when preact renders, so that hooks work in them. */
async function nest(
  components: ServerComponent<unknown, unknown>[],
  props: Omit<PageProps, "Component">,
): Promise<ComponentChildren | Response> {
  let tree: ComponentChildren = null;
  for (const component of components.toReversed()) {
    const child = tree;
    const own: PageProps = { ...props, Component: () => child };
    const made = isAsync(component)
      ? await component(own)
      : createElement(component as FunctionComponent<PageProps>, own);
    if (made instanceof Response) return made;
    tree = made;
  }
  return tree;
}

function isAsync(component: ServerComponent<unknown, unknown>): boolean {
  return component.constructor.name === "AsyncFunction";
}

function propsOf<State>(ctx: Context<State>): Omit<PageProps, "Component"> {
  const { req, url, params, route, state, data, error, info, config, isPartial } = ctx;
  return { req, url, params, route, state, data, error, info, config, isPartial };
}
