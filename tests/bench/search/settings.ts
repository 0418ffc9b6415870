import { parseArgs } from "node:util";

/** How large and how long the search bench is. */
export interface Settings {
  /** Numbers of patients, each a part of the run. */
  readonly sizes: readonly number[];
  /** How long each kind of query is timed in each way. */
  readonly seconds: number;
  readonly starts: number;
  readonly json: boolean;
  /** Where the chart is to be written; undefined for nowhere. */
  readonly svg: string | undefined;
}

/** Reads `--sizes --seconds --quick --json --svg`. @throws TypeError for any other flag or a wrong number */
export function settingsFrom(args: string[]): Settings {
  const { values } = parseArgs({ args, options: FLAGS, strict: true });
  const byDefault = values.quick ? QUICK : FULL;
  return {
    sizes: (values.sizes ?? byDefault.sizes).split(",").map(sizeFrom),
    seconds: secondsFrom(values.seconds ?? byDefault.seconds),
    starts: byDefault.starts,
    json: values.json ?? false,
    svg: values.svg,
  };
}

const FLAGS = {
  sizes: { type: "string" },
  seconds: { type: "string" },
  quick: { type: "boolean" },
  json: { type: "boolean" },
  svg: { type: "string" },
} as const;

const FULL = { sizes: "20000,100000,1000000", seconds: "5", starts: 5 };
const QUICK = { sizes: "20000", seconds: "1", starts: 3 };
const FEWEST = 1_000; // patients: of fewer, too few queries of a kind can be drawn

function sizeFrom(text: string): number {
  const size = Number(text);
  if (!Number.isInteger(size) || size < FEWEST) {
    throw new TypeError(`--sizes must be whole numbers from ${FEWEST}`);
  }
  return size;
}

function secondsFrom(text: string): number {
  const seconds = Number(text);
  if (!(seconds > 0)) throw new TypeError("--seconds must be a number above 0");
  return seconds;
}
