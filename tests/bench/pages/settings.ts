import { parseArgs } from "node:util";

/** How large the clinic is, and how often each page is asked for. */
export interface Settings {
  readonly patients: number;
  readonly visits: number;
  readonly times: number;
  readonly json: boolean;
}

/** Reads `--patients --visits --times --json`. @throws TypeError for any other flag, and for what is no number above 0 */
export function settingsFrom(args: string[]): Settings {
  const { values } = parseArgs({ args, options: FLAGS, strict: true });
  return {
    patients: count("patients", values.patients, 100_000),
    visits: count("visits", values.visits, 300_000),
    times: count("times", values.times, 300),
    json: values.json ?? false,
  };
}

const FLAGS = {
  patients: { type: "string" },
  visits: { type: "string" },
  times: { type: "string" },
  json: { type: "boolean" },
} as const;

function count(flag: string, text: string | undefined, byDefault: number): number {
  const value = text === undefined ? byDefault : Number(text);
  if (!Number.isInteger(value) || value <= 0) throw new TypeError(`--${flag} must be a whole number above 0`);
  return value;
}
