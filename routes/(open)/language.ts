import { HttpError } from "fresh";
import { languageChange, setLanguage } from "@/clinic/staff/own_language.ts";
import { define } from "@/routes/(_shared)/define.ts";
import { readForm, readOpenForm } from "@/routes/(_shared)/forms/form.ts";
import { languageCookie } from "@/routes/(_shared)/words/language_cookie.ts";
import { localPath } from "@/routes/(_shared)/session/sign_in_address.ts";

/** Changes the language of the account, or of this device for those not signed in, and returns to the page. */
export const handler = define.handlers({
  async POST(ctx) {
    const { info, scope, person } = ctx.state;
    const form = await (person ? readForm(ctx) : readOpenForm(ctx.req));
    const checked = languageChange.safeParse({ language: form.text("language") });
    if (!checked.success) throw new HttpError(400, "Bad Request");
    const response = ctx.redirect(localPath(form.text("next"), ctx.url), 303);
    if (person) await setLanguage(scope, checked.data);
    else response.headers.set("set-cookie", languageCookie(info, checked.data.language));
    return response;
  },
});
