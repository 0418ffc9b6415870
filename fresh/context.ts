import type { ComponentChildren } from "preact";
import { Unsupported } from "./unsupported.ts";
import { defendedLocation } from "./redirect.ts";
import { renderDocument } from "./render.ts";
import type { Snapshot } from "./snapshot.ts";
import type { LayoutConfig, ServerComponent } from "./types.ts";

export interface ResolvedFreshConfig {
  basePath: string;
  mode: "production";
}

/** A layout or app wrapper with its options. */
export interface Layout {
  component: ServerComponent<unknown, unknown>;
  config: LayoutConfig;
}

/** What a request knows that pages do not see: its build, the layouts around it, the nonce of its answer. */
export interface Inside {
  snapshot: Snapshot | undefined;
  wrapper: Layout | undefined;
  layouts: readonly Layout[];
  nonce: string | undefined;
}

/** The key of {@linkcode Inside} on a Context; not exported from `fresh`. */
export const inside = Symbol("fresh");

const CONFIG: ResolvedFreshConfig = Object.freeze({ basePath: "", mode: "production" });

/** One request on its way through middlewares, handler and page. */
export class Context<State = unknown> {
  readonly req: Request;
  readonly url: URL;
  readonly info: Deno.ServeHandlerInfo;
  readonly config: ResolvedFreshConfig = CONFIG;
  /** Values of the route's `[parts]`, decoded; an optional part that is absent is "". */
  params: Record<string, string> = {};
  /** The pattern that matched, such as `/patients/:id`; null when none did. */
  route: string | null = null;
  /** Shared by all middlewares of this request. */
  state: State = {} as State;
  /** What the handler gave to `page()`. */
  data: unknown = undefined;
  /** What was thrown, on error pages; null elsewhere. */
  error: unknown = null;
  readonly isPartial = false;
  /** Passes the request to the next middleware or handler. */
  next: () => Promise<Response>;
  [inside]: Inside;

  constructor(req: Request, url: URL, info: Deno.ServeHandlerInfo, within: Inside) {
    this.req = req;
    this.url = url;
    this.info = info;
    this.next = () => Promise.reject(new Error("ctx.next() was called where nothing is next"));
    this[inside] = within;
  }

  /** Sends the browser to `location`. A path stays on this site, however many slashes it starts with. */
  redirect(location: string, status = 302): Response {
    if (this.isPartial) throw new Unsupported("a redirect of a partial"); // taken out of its context, it fails as on Fresh
    return new Response(null, { status, headers: { location: defendedLocation(location) } });
  }

  /** Renders JSX inside the layouts and the app wrapper. */
  async render(
    content: ComponentChildren,
    init: ResponseInit = {},
    config: LayoutConfig = {},
  ): Promise<Response> {
    const html = await renderDocument(this, () => content, config);
    return html instanceof Response ? html : this.html(html, init);
  }

  html(content: string, init: ResponseInit = {}): Response {
    return withType("text/html; charset=utf-8", content, init);
  }

  text(content: string, init: ResponseInit = {}): Response {
    return withType("text/plain; charset=utf-8", content, init);
  }

  json(content: unknown, init: ResponseInit = {}): Response {
    return Response.json(content, init);
  }
}

function withType(type: string, content: string, init: ResponseInit): Response {
  const headers = new Headers(init.headers);
  if (!headers.has("content-type")) headers.set("content-type", type);
  return new Response(content, { ...init, headers });
}
