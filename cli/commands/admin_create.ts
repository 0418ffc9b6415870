// commands/: one file a command of the command line, named as it is typed.

import { ClinicError } from "@/clinic/errors.ts";
import {
  createAdministrator as create,
  createAdministratorWithoutPassword,
} from "@/clinic/staff/operator.ts";
import { firstAdministrator } from "@/clinic/staff/set_up.ts";
import { databaseCommand, EXIT } from "@/cli/command_line/command.ts";
import { readPasswordFile } from "@/cli/command_line/named_file.ts";
import { text, UsageError } from "@/cli/command_line/options.ts";
import { databaseOptions } from "@/cli/command_line/settings.ts";

/** Adds an administrator, with the password in a file or a one-time password that is printed. */
export const createAdministrator = databaseCommand({
  name: "admin create",
  summary: "Make an administrator; prints a one-time password unless one is given in a file",
  options: {
    ...databaseOptions,
    username: { value: "NAME", schema: text, help: "the name to sign in with (needed)" },
    fullName: {
      value: "NAME",
      schema: text.optional(),
      help: "the person's name",
      defaultText: "the username",
    },
    passwordFile: { value: "FILE", schema: text.optional(), help: "a file that holds the password" },
  },
  async prepare({ username, fullName, passwordFile }) {
    const password = passwordFile && await readPasswordFile("--password-file", passwordFile);
    const account = { full_name: fullName ?? username, username, password: password ?? "to be generated" };
    const checked = firstAdministrator.safeParse(account);
    if (!checked.success) throw new UsageError(`--username: ${checked.error.issues[0]!.message}`);
    return { ...checked.data, password };
  },
  async run(clinic, { password, ...person }, out) {
    try {
      if (password !== undefined) {
        await create(clinic, { ...person, password });
        out.line(`${person.username} is an administrator and can sign in.`);
      } else {
        const oneTime = await createAdministratorWithoutPassword(clinic, person);
        out.line(
          `${person.username} is an administrator. One-time password, to be changed by ${oneTime.endsAt}:`,
        );
        out.line(oneTime.password);
      }
      return EXIT.done;
    } catch (error) {
      if (!(error instanceof ClinicError)) throw error;
      out.line(`Not done: ${error.fields[0]?.message ?? error.code}`);
      return EXIT.failed;
    }
  },
});
