import { Hono } from "hono";
import type { Clinic } from "../clinic/clinic.ts";
import { isReachable } from "../clinic/health.ts";
import type { ApiEnv } from "./router.ts";

/** `/healthz`: the program runs. `/readyz`: and its database answers. They tell nothing else. */
export function health(clinic: Clinic): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>();
  app.get("/healthz", (c) => c.json({ status: "ok" }));
  app.get("/readyz", async (c) => {
    const reachable = await isReachable(clinic);
    return c.json({ status: reachable ? "ok" : "database_away" }, reachable ? 200 : 503);
  });
  return app;
}
