import { signOut } from "@/clinic/access/sessions.ts";
import { defineDesk } from "@/routes/(_shared)/define.ts";
import { noSessionCookie } from "@/routes/(_shared)/session/session_cookie.ts";

/** Ends the session here and in the database. A POST: a link or an image on another site can end nobody's session. */
export const handler = defineDesk.handlers({
  async POST(ctx) {
    const { info, scope } = ctx.state;
    await signOut(scope, {});
    const response = ctx.redirect("/sign-in?signed-out", 303);
    response.headers.set("set-cookie", noSessionCookie(info));
    return response;
  },
});
