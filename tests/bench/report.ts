import type { Ceiling } from "./ceiling.ts";
import type { Footprint } from "./footprint.ts";
import { type Measured, rate, spread } from "./measure.ts";
import type { Timing } from "./plan.ts";
import type { Settings } from "./settings.ts";
import { judged, table, whole } from "./table.ts";

/** Everything that a run found. */
export interface Findings {
  readonly settings: Settings;
  readonly ceilings: readonly Ceiling[];
  readonly measured: readonly Measured[];
  readonly footprints: { readonly ours: Footprint; readonly bare: Footprint };
}

/** The findings as tables in Markdown. */
export function report({ settings, ceilings, measured, footprints }: Findings): string {
  const { patients, visits, connections } = settings;
  return [
    `${patients} patients, ${visits} visits, ${connections} connections. Milliseconds are a request's, waiting included.`,
    "",
    ...table(
      [
        "",
        "",
        "ours/s",
        "bare/s",
        "ratio",
        "aim",
        "CPU ours/bare",
        "ours p50",
        "p99",
        "bare p50",
        "p99",
        "noise",
      ],
      measured.map(rowOf),
    ),
    "",
    ...table(["", "ours", "bare", "aim"], footprintRows(footprints)),
    "",
    "Noise: how far the rounds of the bare server lie apart. " + ceilings.map(ceilingText).join(" "),
  ].join("\n");
}

function rowOf({ operation, state, ours, bare, ...rest }: Measured): string[] {
  const ratio = rate(ours) / rate(bare);
  return [
    operation,
    state === "write" ? "" : state,
    whole(rate(ours)),
    whole(rate(bare)),
    ratio.toFixed(2),
    aimOf({ operation, state, ours, bare, ...rest }, ratio),
    cpuRatio(ours, bare),
    ms(ours, "p50"),
    ms(ours, "p99"),
    ms(bare, "p50"),
    ms(bare, "p99"),
    bare.length > 1 ? `±${(spread(bare) * 50).toFixed(0)}%` : "",
  ];
}

const AIMS = { cold: 0.6, warm: 1 };
const REGISTRATIONS_AIM = 2_000; // a second, on the disk

function aimOf({ operation, state, ours }: Measured, ratio: number): string {
  if (state !== "write") return judged(ratio >= AIMS[state], `≥ ${AIMS[state].toFixed(1)}`);
  if (operation !== "register a patient") return "";
  return judged(rate(ours) >= REGISTRATIONS_AIM, `≥ ${REGISTRATIONS_AIM}/s`);
}

function footprintRows({ ours, bare }: Findings["footprints"]): string[][] {
  const row = (what: string, key: keyof Footprint, most: number, unit: string) => {
    const aim = judged(ours[key] <= most, `≤ ${most}`);
    return [what, `${whole(ours[key])} ${unit}`, `${whole(bare[key])} ${unit}`, aim];
  };
  return [
    row("start to first answer", "startMs", 300, "ms"),
    row("memory, idle", "idle", 150, "MB"),
    row("memory after everything", "after", 200, "MB"),
  ];
}

function ceilingText({ bytes, rate }: Ceiling): string {
  return `A server that does nothing gives ${whole(rate)} answers of ${bytes} bytes a second.`;
}

function cpuRatio(ours: readonly Timing[], bare: readonly Timing[]): string {
  return `${whole(mean(ours, "cpu"))}/${whole(mean(bare, "cpu"))} µs`;
}

function ms(timings: readonly Timing[], key: "p50" | "p99"): string {
  return mean(timings, key).toFixed(1);
}

function mean(timings: readonly Timing[], key: "cpu" | "p50" | "p99"): number {
  return timings.reduce((sum, timing) => sum + timing[key], 0) / timings.length;
}
