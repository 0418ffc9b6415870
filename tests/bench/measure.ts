import { drive } from "./drive.ts";
import type { Operation } from "./operations.ts";
import type { Phase, Timing } from "./plan.ts";
import type { Settings } from "./settings.ts";
import type { Side, Starter } from "./servers.ts";

/** What one operation took in one state (cold, warm, write) on both servers, a timing a round. */
export interface Measured {
  readonly operation: string;
  readonly kind: Operation["kind"];
  readonly state: Exclude<Phase["name"], "lead">;
  readonly ours: readonly Timing[];
  readonly bare: readonly Timing[];
}

/**
 * Drives both servers with one operation, each round on a server started for it. The order is bare, ours, ours, bare
 * and the other way round for the next operation, so that a machine that slows down favours neither.
 */
export async function measure(
  start: Starter,
  operation: Operation,
  nth: number,
  { seconds, connections, quick }: Settings,
): Promise<Measured[]> {
  const timings: Record<Side, Timing[]> = { ours: [], bare: [] };
  for (const [round, side] of sides(nth, quick).entries()) {
    await using server = await start(side);
    timings[side].push(...await drive(server, connections, operation.phases(seconds, nth * 10 + round)));
  }
  return STATES.flatMap((state) => {
    const [ours, bare] = [timings.ours, timings.bare].map((all) => all.filter(({ name }) => name === state));
    if (ours!.length === 0) return [];
    return [{ operation: operation.name, kind: operation.kind, state, ours: ours!, bare: bare! }];
  });
}

const STATES = ["cold", "warm", "write"] as const;

function sides(nth: number, quick: boolean): Side[] {
  const [first, second]: Side[] = nth % 2 === 0 ? ["bare", "ours"] : ["ours", "bare"];
  return quick ? [first!, second!] : [first!, second!, second!, first!];
}

/** Requests a second over all rounds. */
export function rate(timings: readonly Timing[]): number {
  return sum(timings.map(({ requests }) => requests)) / sum(timings.map(({ seconds }) => seconds));
}

/** How far the rounds of one server lie apart, as a part of their mean: the machine's noise. 0 for a single round. */
export function spread(timings: readonly Timing[]): number {
  const rates = timings.map((timing) => rate([timing]));
  return (Math.max(...rates) - Math.min(...rates)) / (sum(rates) / rates.length);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}
