import { type ComponentChildren, createElement, type FunctionComponent } from "preact";
import type { Snapshot } from "../snapshot.ts";
import type { Layout, LayoutConfig, PageProps, ServerComponent } from "./component.ts";
import { renderToHtml } from "./html.ts";

/** What surrounds a page: its build, the app wrapper, the layouts from the outermost on, the nonce of the answer. */
export interface Surroundings {
  snapshot: Snapshot | undefined;
  wrapper: Layout | undefined;
  layouts: readonly Layout[];
  nonce: string | undefined;
}

type ContextProps = Omit<PageProps, "Component">;

/**
 * Renders `content` in its layouts in the app wrapper. As on Fresh, the wrapper is rendered last and by itself, around
 * what is HTML by then.
 *
 * @returns the HTML document, or a Response when an async component answered with one instead
 */
export async function renderDocument(
  content: ServerComponent<unknown, unknown>,
  props: ContextProps,
  { snapshot, wrapper, layouts, nonce }: Surroundings,
  config: LayoutConfig,
): Promise<string | Response> {
  const inherited = inheritedLayouts(layouts, config);
  const page = await nest([...inherited.map(({ component }) => component), content], props);
  if (page instanceof Response) return page;
  const skipWrapper = config.skipAppWrapper || inherited.some((layout) => layout.config.skipAppWrapper);
  const slot: { page: ComponentChildren } = { page };
  const document = wrapper && !skipWrapper
    ? await toTree(wrapper.component, props, () => slot.page)
    : undefined;
  if (document instanceof Response) return document;
  return "<!DOCTYPE html>" + renderToHtml(slot, document, snapshot, nonce);
}

/** The layouts that apply, outermost first, after what each of them and `config` skip. */
function inheritedLayouts(layouts: readonly Layout[], config: LayoutConfig): readonly Layout[] {
  if (config.skipInheritedLayouts) return [];
  const from = layouts.findLastIndex((layout) => layout.config.skipInheritedLayouts);
  return layouts.slice(Math.max(from, 0));
}

/** The components one inside the other; the first is the outermost. */
async function nest(
  components: ServerComponent<unknown, unknown>[],
  props: ContextProps,
): Promise<ComponentChildren | Response> {
  let tree: ComponentChildren = null;
  for (const component of components.toReversed()) {
    const child = tree;
    const outer = await toTree(component, props, () => child);
    if (outer instanceof Response) return outer;
    tree = outer;
  }
  return tree;
}

/** Async components run here, innermost first; the others when preact renders, so that hooks work in them. */
function toTree(
  component: ServerComponent<unknown, unknown>,
  contextProps: ContextProps,
  Component: FunctionComponent,
): ComponentChildren | Promise<ComponentChildren | Response> {
  const props: PageProps = { ...contextProps, Component };
  return isAsync(component)
    ? component(props)
    : createElement(component as FunctionComponent<PageProps>, props);
}

function isAsync(component: ServerComponent<unknown, unknown>): boolean {
  return component.constructor.name === "AsyncFunction";
}
