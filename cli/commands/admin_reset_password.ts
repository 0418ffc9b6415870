import { ClinicError } from "@/clinic/errors.ts";
import { resetPasswordOf } from "@/clinic/staff/operator.ts";
import { databaseCommand, EXIT } from "@/cli/command_line/command.ts";
import { text } from "@/cli/command_line/options.ts";
import { databaseOptions } from "@/cli/command_line/settings.ts";

/** Gives anybody a new one-time password, the last administrator too. */
export const resetPassword = databaseCommand({
  name: "admin reset-password",
  summary: "Give somebody a new one-time password, print it and sign them out everywhere",
  options: {
    ...databaseOptions,
    username: { value: "NAME", schema: text, help: "the name they sign in with (needed)" },
  },
  prepare: ({ username }) => Promise.resolve({ username }),
  async run(clinic, { username }, out) {
    try {
      const oneTime = await resetPasswordOf(clinic, username);
      out.line(`One-time password of ${username}, to be changed by ${oneTime.endsAt}:`);
      out.line(oneTime.password);
      return EXIT.done;
    } catch (error) {
      if (!(error instanceof ClinicError && error.code === "not_found")) throw error;
      out.line(`Not done: nobody has the username ${username}.`);
      return EXIT.failed;
    }
  },
});
