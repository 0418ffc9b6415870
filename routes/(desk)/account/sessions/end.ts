import { endOwnSession } from "@/clinic/access/own_sessions.ts";
import { defineDesk } from "@/routes/(_shared)/define.ts";
import { readForm } from "@/routes/(_shared)/forms/form.ts";

/** Ends one of one's own sessions, by its id. */
export const handler = defineDesk.handlers({
  async POST(ctx) {
    const form = await readForm(ctx);
    await endOwnSession(ctx.state.scope, { id: form.text("session") });
    return ctx.redirect("/account?done=ended", 303);
  },
});
