import { type Handler, Hono } from "hono";
import type { ClinicHandle } from "@/clinic/scope.ts";
import { isReachable } from "@/clinic/health.ts";
import { ApiError } from "./http/api_error.ts";
import type { ApiEnv } from "./http/router.ts";

/** `/healthz`: the program runs. `/readyz`: its database answers too. They need no token and tell nothing else. */
export function health(clinic: ClinicHandle): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>();
  app.get("/healthz", (c) => c.json({ status: "ok" }));
  app.get("/readyz", async (c) => {
    const reachable = await isReachable(clinic);
    return reachable
      ? c.json({ status: "ok" })
      : c.json({ status: "database_away" }, 503, { "retry-after": "5" });
  });
  for (const path of ["/healthz", "/readyz"]) app.all(path, methodNotAllowed);
  return app;
}

const methodNotAllowed: Handler = () => {
  throw new ApiError("method_not_allowed", [], { allow: "GET, HEAD" });
};
