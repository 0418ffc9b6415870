import { z } from "zod";
import { ClinicError, invalid } from "@/clinic/errors.ts";
import { password } from "@/clinic/fields.ts";
import { changedRow } from "@/clinic/optimistic.ts";
import { mustBeGoodPassword } from "./password_policy.ts";
import { endingSessionsOf } from "./session_rows.ts";
import { changing } from "@/clinic/verb.ts";

export const passwordChange = z.strictObject({ current: password, new: password });
export type PasswordChange = z.infer<typeof passwordChange>;

/** One's own password is changed, and one's other sessions end. @throws ClinicError validation_failed | busy */
export const changeOwnPassword = changing(
  "password.change",
  async ({ clinic, actor, commit }, given: PasswordChange): Promise<void> => {
    const { directory, staff } = clinic.store;
    const person = directory.staff.get(actor.staffId);
    if (!person || !(await clinic.passwords.verify(given.current, person.password_hash))) {
      throw invalid("current", "wrong_password", "This is not your password now.");
    }
    if (given.new === given.current) throw invalid("new", "unchanged", "The new password is the old one.");
    await mustBeGoodPassword("new", given.new, person);
    const hash = await clinic.passwords.hash(given.new);
    await changedRow(() => Promise.resolve(directory.staff.get(actor.staffId)), undefined, async (row) => {
      if (row.password_hash !== person.password_hash) throw new ClinicError("token_invalid"); // reset meanwhile
      const revised = { ...row, password_hash: hash, password_ends_at: null, version: row.version + 1 };
      await commit(staff.update(revised), ...endingSessionsOf(clinic, row.id, actor.sessionId));
    });
  },
);
