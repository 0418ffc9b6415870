/**
 * `deno task bench hostile`: how long others wait while the program works among patients whose names were made to slow it
 * down. That they are answered at all, and what a search may spend, tests/api/hostile_search_slow_test.ts asserts.
 */
import { parseArgs } from "node:util";
import { Random } from "@/cli/seed/random.ts";
import { ATTACKS } from "@/tests/support/api/hostile_names.ts";
import { registerHostile, workOf } from "@/tests/support/api/hostile_work.ts";
import { testClinic } from "@/tests/support/clinic.ts";
import { judged, ms, table } from "@/tests/bench/table.ts";
import { type Waits, waitsDuring } from "./waits.ts";

const AIM_MS = 50; // 99 of 100 times

/** How long others waited during one kind of work. */
interface Measured extends Waits {
  readonly attack: string;
  readonly what: string;
}

/** @param args those after `hostile`: `--patients N --json` @throws TypeError for others */
export async function benchHostile(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: FLAGS, strict: true });
  const patients = Number(values.patients);
  if (!Number.isInteger(patients) || patients <= 0) {
    throw new TypeError("--patients must be a whole number above 0");
  }
  const found: Measured[] = [];
  for (const attack of ATTACKS) {
    console.error(`${attack.what} …`);
    await using clinic = await testClinic();
    const random = new Random(5);
    const known = await registerHostile(clinic, attack, patients, random);
    for (const { what, run } of workOf(clinic, attack, patients, random)) {
      found.push({ attack: attack.what, what, ...await waitsDuring(run, clinic, known) });
    }
  }
  console.log(values.json ? JSON.stringify({ patients, found }, null, 2) : report(patients, found));
}

const FLAGS = { patients: { type: "string", default: "10000" }, json: { type: "boolean" } } as const;

function report(patients: number, found: readonly Measured[]): string {
  const head = ["", "a turn, 99 of 100", "longest", "an answer, 99 of 100", "aim for a turn"];
  const rows = found.map(({ attack, what, turn, longestTurn, answer }) => [
    `${attack}: ${what}`,
    ms(turn),
    ms(longestTurn),
    ms(answer),
    judged(turn <= AIM_MS, `≤ ${AIM_MS}`),
  ]);
  return [`How long others wait, in ms, beside ${patients} patients.`, "", ...table(head, rows)].join("\n");
}
