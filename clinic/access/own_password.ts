import { z } from "zod";
import { ClinicError, invalid } from "@/clinic/errors.ts";
import { password } from "@/clinic/fields.ts";
import { updateRow } from "@/clinic/update_row.ts";
import { requireGoodPassword } from "./password_policy.ts";
import { changesEndingSessions } from "./end_sessions.ts";
import { command } from "@/clinic/verb.ts";

export const passwordChange = z.strictObject({ current: password, new: password });
export type PasswordChange = z.infer<typeof passwordChange>;

/** One's own password is changed, and one's other sessions end. @throws ClinicError validation_failed | token_invalid | busy */
export const changeOwnPassword = command(
  "password.change",
  async ({ clinic, actor, commit }, input: PasswordChange): Promise<void> => {
    const { directory, staff } = clinic.store;
    const person = directory.staff.get(actor.staffId);
    if (!person || !(await clinic.passwords.verify(input.current, person.password_hash))) {
      throw invalid("current", "wrong_password", "This is not your password now.");
    }
    if (input.new === input.current) throw invalid("new", "unchanged", "The new password is the old one.");
    await requireGoodPassword("new", input.new, person);
    const hash = await clinic.passwords.hash(input.new);
    await updateRow(() => Promise.resolve(directory.staff.get(actor.staffId)), undefined, async (row) => {
      if (row.password_hash !== person.password_hash) throw new ClinicError("token_invalid"); // reset meanwhile
      const revised = { ...row, password_hash: hash, password_ends_at: null, version: row.version + 1 };
      await commit(staff.update(revised), ...changesEndingSessions(clinic, row.id, actor.sessionId));
    });
  },
);
