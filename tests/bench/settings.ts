import { parseArgs } from "node:util";

/** How large and how long the bench is. */
export interface Settings {
  readonly patients: number;
  readonly visits: number;
  /** How long each timed stretch lasts. */
  readonly seconds: number;
  readonly connections: number;
  /** One round a server instead of two. */
  readonly quick: boolean;
  /** Print the figures as JSON instead of tables. */
  readonly json: boolean;
  /** Only operations whose name holds this; all where it is empty. */
  readonly only: string;
}

/** Reads `--patients --visits --seconds --connections --quick --json --only`. @throws TypeError for any other flag */
export function settingsFrom(args: string[]): Settings {
  const { values } = parseArgs({ args, options: FLAGS, strict: true });
  const size = values.quick ? QUICK : FULL;
  return {
    patients: count("patients", values.patients, size.patients),
    visits: count("visits", values.visits, size.visits),
    seconds: positive("seconds", values.seconds, size.seconds),
    connections: count("connections", values.connections, 64),
    quick: values.quick ?? false,
    json: values.json ?? false,
    only: values.only ?? "",
  };
}

const FLAGS = {
  patients: { type: "string" },
  visits: { type: "string" },
  seconds: { type: "string" },
  connections: { type: "string" },
  only: { type: "string" },
  quick: { type: "boolean" },
  json: { type: "boolean" },
} as const;

const FULL = { patients: 20_000, visits: 60_000, seconds: 2 };
const QUICK = { patients: 4_000, visits: 12_000, seconds: 0.5 };

function count(flag: string, text: string | undefined, byDefault: number): number {
  const value = positive(flag, text, byDefault);
  if (!Number.isInteger(value)) throw new TypeError(`--${flag} must be a whole number`);
  return value;
}

function positive(flag: string, text: string | undefined, byDefault: number): number {
  const value = text === undefined ? byDefault : Number(text);
  if (!(value > 0)) throw new TypeError(`--${flag} must be a number above 0`);
  return value;
}
