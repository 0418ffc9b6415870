import { drive } from "./drive.ts";
import type { Operation } from "./operations.ts";
import { memoryMb } from "./process.ts";
import type { Side, Starter } from "./servers.ts";
import type { Settings } from "./settings.ts";

/** What a server takes before it has done anything, and after it has done everything. */
export interface Footprint {
  /** Milliseconds from being spawned to the first 200 on /healthz: the median of five, files in the page cache. */
  readonly startMs: number;
  /** Resident memory in MB. */
  readonly idle: number;
  readonly after: number;
}

const STARTS = 5;
const SETTLE_MS = 1_500;
const RUN = 900; // of `run` numbers, past all that measure() uses

/** Starts a server five times; then drives one process with every operation in turn, a second each. */
export async function footprint(
  start: Starter,
  side: Side,
  all: readonly Operation[],
  { connections }: Settings,
): Promise<Footprint> {
  const starts = [];
  for (let n = 0; n < STARTS; n++) {
    await using server = await start(side);
    starts.push(server.startMs);
  }
  await using server = await start(side);
  const idle = await settled(server.pid);
  const phases = all.flatMap((operation) => operation.phases(0.7, RUN + (side === "ours" ? 0 : 1)));
  await drive(server, connections, phases.filter(({ name }) => name !== "lead"));
  return { startMs: median(starts), idle, after: await settled(server.pid) };
}

async function settled(pid: number): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
  return await memoryMb(pid);
}

function median(numbers: number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]!;
}
