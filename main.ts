import { App, csp, csrf, staticFiles } from "fresh";
import { builtHandler } from "./fresh/built.ts";
import { run } from "./cli/run.ts";
import { isOwnOrigin } from "./routes/(_shared)/http/request_info.ts";
import { contentPolicy } from "./routes/(_shared)/http/content_policy.ts";
import type { State } from "./routes/(_shared)/state.ts";

/** The console. serve mounts it behind the API. */
export const app = new App<State>()
  .use(staticFiles())
  .use(csrf({ origin: isOwnOrigin }))
  .use(csp({ useNonce: true, csp: contentPolicy }))
  .fsRoutes();

// No top-level await: the built console imports this module, and would wait for it for ever.
if (import.meta.main) run(Deno.args, () => builtHandler(import.meta.url)).then(Deno.exit);
