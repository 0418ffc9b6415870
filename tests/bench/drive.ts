import { dirname, join } from "node:path";
import type { Phase, Timing } from "./plan.ts";
import type { Server } from "./servers.ts";

const GRACE_MS = 30_000;

/** Has the load generator drive a server. @throws Error when an answer was no success: it would be no measurement */
export async function drive(
  server: Server,
  connections: number,
  phases: readonly Phase[],
): Promise<Timing[]> {
  const { port, pid, token } = server;
  const seconds = phases.reduce((sum, phase) => sum + phase.seconds, 0);
  const timings = await ask(JSON.stringify({ port, pid, token, connections, phases }), seconds);
  const failed = timings.find((timing) => timing.failed > 0);
  if (failed) {
    throw new Error(`${failed.failed} of ${failed.requests} answers were ${failed.failure} (${failed.name})`);
  }
  return timings;
}

async function ask(plan: string, seconds: number): Promise<Timing[]> {
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-check", "--config", TESTS, join(import.meta.dirname!, "load.ts")],
    stdin: "piped",
    stdout: "piped",
  }).spawn();
  const overdue = setTimeout(() => child.kill("SIGKILL"), seconds * 1_000 + GRACE_MS);
  const writer = child.stdin.getWriter();
  await writer.write(new TextEncoder().encode(plan));
  await writer.close();
  const { success, stdout } = await child.output();
  clearTimeout(overdue);
  if (!success) throw new Error("the load generator failed");
  return JSON.parse(new TextDecoder().decode(stdout));
}

const TESTS = join(dirname(import.meta.dirname!), "deno.json");
