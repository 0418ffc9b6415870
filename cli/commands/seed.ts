import { today } from "@/clinic/calendar.ts";
import { day } from "@/clinic/fields.ts";
import type { ClinicScope } from "@/clinic/clinic.ts";
import { databaseCommand, EXIT } from "@/cli/command_line/command.ts";
import { toggle, wholeNumber } from "@/cli/command_line/options.ts";
import type { Output } from "@/cli/command_line/output.ts";
import { type DemoSize, fillClinic } from "@/cli/seed/fill.ts";
import { Random } from "@/cli/seed/random.ts";
import { type DemoClinic, DemoConflict, setUpDemoClinic } from "@/cli/seed/demo_clinic.ts";
import { databaseOptions } from "@/cli/command_line/settings.ts";

/** Fills a clinic with invented patients, to try things out. They can be voided but never deleted. */
export const seed = databaseCommand({
  name: "seed",
  summary: "Fill an empty clinic with invented patients and visits, to try things out",
  options: {
    ...databaseOptions,
    patients: { value: "N", schema: wholeNumber(1, 1_000_000), help: "how many patients (needed)" },
    visits: {
      value: "N",
      schema: wholeNumber(0, 5_000_000, 0),
      help: "how many visits",
      defaultText: "0",
    },
    seed: {
      value: "N",
      schema: wholeNumber(0, 4_294_967_295, 1),
      help: "the same number makes the same clinic, except ids and passwords",
      defaultText: "1",
    },
    until: { value: "DAY", schema: day.optional(), help: "the last day of visits", defaultText: "today" },
    add: { schema: toggle, help: "seed even if the clinic has patients: only if all of them are invented" },
    progress: { schema: toggle, help: "show the progress" },
  },
  prepare({ patients, visits, seed, until, add, progress }) {
    return Promise.resolve({ patients, visits, seed, until, add, progress });
  },
  async run(clinic, { patients, visits, seed, until = today(clinic), add, progress }, out, stop) {
    if (until > today(clinic)) return printRefusal(out, ["--until is in the future."]);
    if (!add && await clinic.store.patients.total(true) > 0) return printRefusal(out, HAS_PATIENTS);
    const scope: ClinicScope = { clinic, actor: null, source: "command line" };
    const size: DemoSize = { patients, visits, today: until };
    const random = new Random(seed);
    const demoClinic = await setUpDemoClinic(scope, random).catch(reasonOf);
    if (typeof demoClinic === "string") return printRefusal(out, [demoClinic]);
    await fillClinic(scope, random, demoClinic, size, (what, done, total) => {
      stop.throwIfAborted();
      if (progress) out.progress(what, done, total);
    });
    printSummary(demoClinic, size, out);
    return EXIT.done;
  },
});

const HAS_PATIENTS = [
  "this clinic has patients, and nobody could tell invented ones from real ones afterwards.",
  "Seed another data folder (--data), or give --add if all of this clinic's patients are invented.",
];

function reasonOf(error: unknown): string {
  if (error instanceof DemoConflict) return `${error.message}.`;
  throw error;
}

function printRefusal(out: Output, [reason, ...advice]: readonly string[]): number {
  out.line(`Not done: ${reason}`);
  advice.forEach((line) => out.line(line));
  return EXIT.failed;
}

function printSummary({ newStaff }: DemoClinic, { patients, visits }: DemoSize, out: Output): void {
  out.line(`Invented: ${patients} patients and ${visits} visits. None of them is a real person's.`);
  if (newStaff.length > 0) out.line("One-time passwords, to be changed within 7 days:");
  for (const { username, role, department, password } of newStaff) {
    out.line(`  ${username.padEnd(20)}${password}  ${role}, ${department}`);
  }
}
