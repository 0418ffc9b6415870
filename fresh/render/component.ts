import type { ComponentChildren, FunctionComponent } from "preact";

/** The settings that Fresh calls `ctx.config`. */
export interface ResolvedFreshConfig {
  basePath: string;
  mode: "production";
}

/** What pages, layouts and the app wrapper receive. `Component` is what they wrap (null in a page). */
export interface PageProps<Data = unknown, State = unknown> {
  readonly req: Request;
  readonly url: URL;
  readonly params: Record<string, string>;
  readonly route: string | null;
  readonly state: State;
  readonly data: Data;
  readonly error: unknown;
  readonly info: Deno.ServeHandlerInfo;
  readonly config: ResolvedFreshConfig;
  readonly isPartial: boolean;
  readonly Component: FunctionComponent;
}

/** A page, layout or app wrapper. An async one may answer with a Response instead of JSX. */
export type ServerComponent<Data, State> = (
  props: PageProps<Data, State>,
) => ComponentChildren | Promise<ComponentChildren | Response>;

export interface LayoutConfig {
  skipAppWrapper?: boolean;
  skipInheritedLayouts?: boolean;
}

export interface RouteConfig extends LayoutConfig {
  /** A URL pattern that replaces the one made from the file's name. */
  routeOverride?: string;
}

/** A layout or app wrapper with its options. */
export interface Layout {
  component: ServerComponent<unknown, unknown>;
  config: LayoutConfig;
}
