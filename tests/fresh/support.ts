import { App, type AppHandler, csp, staticFiles } from "fresh";
import { Builder } from "fresh/dev";
import { fileURLToPath } from "node:url";
import type { State } from "./fixture/define.ts";

export const FIXTURE = fileURLToPath(new URL("./fixture", import.meta.url));

/** The fixture's app, built in memory. */
export async function fixtureHandler(): Promise<AppHandler> {
  const apply = await new Builder({ root: FIXTURE }).build({ snapshot: "memory" });
  const app = new App<State>().use(staticFiles()).use(csp({ useNonce: true })).fsRoutes();
  apply(app);
  return app.handler();
}

/** Sends a request for `path` to `handler` and reads the answer. */
export async function fetchFrom(
  handler: AppHandler,
  path: string,
  init?: RequestInit,
): Promise<{ status: number; headers: Headers; body: string }> {
  const response = await handler(new Request(`http://localhost${path}`, init));
  return { status: response.status, headers: response.headers, body: await response.text() };
}
