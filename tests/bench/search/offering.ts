import { startIdle } from "@/tests/bench/servers.ts";
import { mustAnswer } from "./child.ts";
import { CONNECTIONS, type Offered, type OfferedPlan, RATE, type Stretch } from "./offered_plan.ts";

export const LEAD_SECONDS = 0.7;
const GRACE_SECONDS = 15; // a stretch: its lead, and what still waits at its end

/** Has the open-loop generator drive a server. @throws Error where an answer was no 200 */
export async function offer(
  port: number,
  token: string,
  stretches: readonly Stretch[],
  seconds: number,
): Promise<Offered[]> {
  const load = { connections: CONNECTIONS, rate: RATE, leadSeconds: LEAD_SECONDS, seconds };
  const plan: OfferedPlan = { port, token, ...load, stretches };
  const found = await mustAnswer<Offered[]>("offered.ts", plan, stretches.length * (seconds + GRACE_SECONDS));
  const failed = found.find(({ failed }) => failed > 0);
  if (failed) throw new Error(`${failed.failed} of ${failed.requests} answers were no 200`);
  return found;
}

/** What the generator and the machine take by themselves: a server that does nothing, asked in the same way. */
export async function floor(seconds: number): Promise<Offered> {
  await using server = await startIdle();
  const [found] = await offer(server.port, "", [{ paths: ["/?bytes=12000"], spacing: "even" }], seconds);
  return found!;
}
