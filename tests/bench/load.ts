/** The load generator, a process of its own: reads a Plan from its standard input, prints a Timing a phase as JSON. */
import { Connection } from "./connection.ts";
import { cpuSeconds } from "./process.ts";
import type { Ask, Phase, Plan, Timing } from "./plan.ts";

async function run(plan: Plan): Promise<Timing[]> {
  const open = await Promise.all(Array.from({ length: plan.connections }, () => Connection.open(plan.port)));
  const timings = [];
  for (const phase of plan.phases) timings.push(await drive(phase, open, plan));
  for (const connection of open) connection.close();
  return timings;
}

/** A closed loop: every connection sends its next request when the answer to the last one is here. */
async function drive(
  phase: Phase,
  connections: readonly Connection[],
  { port, token, pid }: Plan,
): Promise<Timing> {
  const requests = phase.requests.map((ask) => encode(ask, port, token));
  const took: number[] = [];
  let failed = 0, failure = 0, next = 0;
  const cpuBefore = await cpuSeconds(pid);
  const start = performance.now();
  const end = start + phase.seconds * 1_000;
  await Promise.all(connections.map(async (connection) => {
    for (let now = performance.now(); now < end && (!phase.once || next < requests.length);) {
      const status = await connection.ask(requests[next++ % requests.length]!);
      const after = performance.now();
      took.push(after - now);
      if (status < 200 || status > 299) [failed, failure] = [failed + 1, status];
      now = after;
    }
  }));
  const seconds = (performance.now() - start) / 1_000;
  const cpu = (await cpuSeconds(pid) - cpuBefore) * 1e6 / took.length;
  took.sort((a, b) => a - b);
  const at = (part: number) => took[Math.min(took.length - 1, Math.floor(took.length * part))] ?? 0;
  return {
    name: phase.name,
    requests: took.length,
    seconds,
    failed,
    failure,
    cpu,
    p50: at(0.5),
    p99: at(0.99),
  };
}

function encode({ method, path, body }: Ask, port: number, token: string | undefined): Uint8Array {
  const lines = [`${method} ${path} HTTP/1.1`, `host: 127.0.0.1:${port}`];
  if (token !== undefined) lines.push(`authorization: Bearer ${token}`);
  const content = body === undefined ? "" : JSON.stringify(body);
  if (body !== undefined) {
    lines.push(
      "content-type: application/json",
      `content-length: ${new TextEncoder().encode(content).length}`,
    );
  }
  return new TextEncoder().encode(`${lines.join("\r\n")}\r\n\r\n${content}`);
}

if (import.meta.main) {
  const plan: Plan = await new Response(Deno.stdin.readable).json();
  console.log(JSON.stringify(await run(plan)));
}
