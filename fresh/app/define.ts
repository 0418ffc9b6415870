import type { ServerComponent } from "../render/component.ts";
import type { Middleware, PageResponse, RouteHandler } from "../request/handler_types.ts";

/** Functions that give routes their types and return their argument as it is. */
export interface Define<State> {
  handlers<H extends RouteHandler<unknown, State>>(handlers: H): H;
  /** `define.page<typeof handler>()` types `props.data` by what the handlers return with `page()`. */
  page<H = never>(component: ServerComponent<DataOf<H>, State>): ServerComponent<DataOf<H>, State>;
  layout(component: ServerComponent<unknown, State>): ServerComponent<unknown, State>;
  middleware<M extends Middleware<State> | Middleware<State>[]>(middleware: M): M;
}

/** Call once with the type of `ctx.state`; routes then import the result. */
export function createDefine<State>(): Define<State> {
  return {
    handlers: (handlers) => handlers,
    page: (component) => component,
    layout: (component) => component,
    middleware: (middleware) => middleware,
  };
}

type DataOf<H> = [H] extends [never] ? unknown : DataIn<Awaited<ResultOf<H>>>;
type ResultOf<H> = H extends (...args: never[]) => infer Result ? Result
  : { [M in keyof H]: H[M] extends (...args: never[]) => infer Result ? Result : never }[keyof H];
type DataIn<Result> = Result extends PageResponse<infer Data> ? Data : never;
