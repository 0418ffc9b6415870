import type { ComponentChildren } from "preact";
import type { LayoutConfig, PageProps, ResolvedFreshConfig, ServerComponent } from "../render/component.ts";
import { renderDocument, type Surroundings } from "../render/document.ts";
import { Unsupported } from "../unsupported.ts";
import { internals } from "./internals.ts";
import { withoutForeignHost } from "./redirect.ts";

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
  /** What surrounds the page that answers; routes do not see it. */
  [internals]: Surroundings;

  constructor(req: Request, url: URL, info: Deno.ServeHandlerInfo, surroundings: Surroundings) {
    this.req = req;
    this.url = url;
    this.info = info;
    this.next = () => Promise.reject(new Error("ctx.next() was called where no handler follows"));
    this[internals] = surroundings;
  }

  /** Sends the browser to `location`. A path stays on this site, however many slashes it starts with. */
  redirect(location: string, status = 302): Response {
    // `this` is read first so that `const { redirect } = ctx` fails here as it does on Fresh.
    if (this.isPartial) throw new Unsupported("a redirect of a partial");
    return new Response(null, { status, headers: { location: withoutForeignHost(location) } });
  }

  /** Renders JSX inside the layouts and the app wrapper. */
  async render(
    content: ComponentChildren,
    init: ResponseInit = {},
    config: LayoutConfig = {},
  ): Promise<Response> {
    const html = await renderInContext(this, () => content, config);
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

/** The document that answers this request; a Response when an async component answered with one instead. */
export function renderInContext<State>(
  ctx: Context<State>,
  content: ServerComponent<unknown, State>,
  config: LayoutConfig,
): Promise<string | Response> {
  // A component's state type matters where it is written; from here on it is only rendered.
  const component = content as ServerComponent<unknown, unknown>;
  return renderDocument(component, propsOf(ctx), ctx[internals], config);
}

function propsOf<State>(ctx: Context<State>): Omit<PageProps, "Component"> {
  const { req, url, params, route, state, data, error, info, config, isPartial } = ctx;
  return { req, url, params, route, state, data, error, info, config, isPartial };
}

function withType(type: string, content: string, init: ResponseInit): Response {
  const headers = new Headers(init.headers);
  if (!headers.has("content-type")) headers.set("content-type", type);
  return new Response(content, { ...init, headers });
}
