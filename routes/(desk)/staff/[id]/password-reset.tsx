import { page } from "fresh";
import { resetPassword } from "@/clinic/staff/staff.ts";
import { viewAccount } from "@/clinic/staff/view_account.ts";
import { defineDesk } from "@/routes/(_shared)/define.ts";
import { readForm } from "@/routes/(_shared)/forms/form.ts";
import { toRecord } from "@/routes/(_shared)/http/redirect_to_record.ts";
import { OneTimePassword } from "@/routes/(desk)/staff/(_components)/OneTimePassword.tsx";

/** Gives somebody a new one-time password, and shows it this once. */
export const handler = defineDesk.handlers({
  GET: toRecord("/staff"),

  async POST(ctx) {
    const { state: { scope }, params } = ctx;
    const id = params.id!;
    await readForm(ctx);
    const account = await viewAccount(scope, { id }); // first: whoever resets their own password ends their session
    return page({ account, ...await resetPassword(scope, { id }) });
  },
});

export default defineDesk.page<typeof handler>((
  { data: { account, password, endsAt }, state: { words, info } },
) => (
  <OneTimePassword
    words={words}
    clinic={info.clinic}
    title={account.full_name}
    username={account.username}
    password={password}
    endsAt={endsAt}
  />
));
