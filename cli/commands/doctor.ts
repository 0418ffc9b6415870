import { EXIT, plainCommand } from "@/cli/command_line/command.ts";
import { dataFolder } from "@/cli/data_folder.ts";
import { type Check, withSymbol } from "@/cli/doctor/check.ts";
import { checkLocal, checkRemote } from "@/cli/doctor/checks.ts";
import { databaseOptions, jsonOption } from "@/cli/command_line/settings.ts";

/** Prints what is wrong with an installation and what to do about it. It changes nothing and shows no patient data. */
export const doctor = plainCommand({
  name: "doctor",
  summary: "Say what is wrong with keys, database, disk or clock, and what to do",
  options: { ...databaseOptions, ...jsonOption },
  async run(settings, env, out) {
    const checks: Check[] = [];
    const all = settings.databaseUrl === undefined
      ? checkLocal(dataFolder(settings.data), settings, env)
      : checkRemote(settings.databaseUrl, settings, env);
    for await (const check of all) {
      checks.push(check);
      if (!settings.json) out.line(withSymbol(check));
    }
    const ok = checks.every(({ status }) => status !== "wrong");
    if (settings.json) out.line(JSON.stringify({ ok, checks }));
    return ok ? EXIT.done : EXIT.failed;
  },
});
