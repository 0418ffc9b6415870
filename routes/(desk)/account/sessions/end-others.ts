import { endAllOthers } from "@/clinic/access/own_sessions.ts";
import { defineDesk } from "@/routes/(_shared)/define.ts";
import { readForm } from "@/routes/(_shared)/forms/form.ts";

/** Ends all of one's own sessions but the one that asks. */
export const handler = defineDesk.handlers({
  async POST(ctx) {
    await readForm(ctx);
    await endAllOthers(ctx.state.scope, undefined);
    return ctx.redirect("/account?done=ended", 303);
  },
});
