/** The open-loop generator, a process of its own: reads an OfferedPlan, prints an Offered a stretch as JSON. */
import { Random } from "@/cli/seed/random.ts";
import { Connection } from "@/tests/bench/connection.ts";
import { given } from "./child.ts";
import { type Offered, type OfferedPlan, PATIENCE_SECONDS, type Stretch } from "./offered_plan.ts";
import { part } from "./times.ts";

async function run(plan: OfferedPlan): Promise<Offered[]> {
  const open = await Promise.all(Array.from({ length: plan.connections }, () => Connection.open(plan.port)));
  const pacer = new Worker(import.meta.resolve("./pacer.ts"), { type: "module" });
  const found: Offered[] = [];
  for (const { paths, spacing } of plan.stretches) {
    const requests = paths.map((path) => encode(path, plan));
    const offered = (seconds: number) => offer(requests, momentsOf[spacing](plan.rate, seconds), open, pacer);
    await offered(plan.leadSeconds);
    found.push(await offered(plan.seconds));
  }
  pacer.terminate();
  for (const connection of open) connection.close();
  return found;
}

/** Requests are due whether or not earlier ones are answered; one waits for a connection where all are busy. */
async function offer(
  requests: readonly Uint8Array[],
  moments: Float64Array,
  open: readonly Connection[],
  pacer: Worker,
): Promise<Offered> {
  const took: number[] = [], late: number[] = [];
  let failed = 0, next = 0;
  const waiting: number[] = [], free = [...open];
  const send = async (connection: Connection, due: number) => {
    const status = await connection.ask(requests[next++ % requests.length]!);
    took.push(now() - due);
    if (status !== 200) failed++;
    const longest = waiting.shift();
    if (longest === undefined) free.push(connection);
    else await send(connection, longest);
  };
  const sending: Promise<void>[] = [];
  await new Promise<void>((over) => {
    pacer.onmessage = ({ data: due }: MessageEvent<number>) => {
      late.push(now() - due);
      const connection = free.pop();
      if (connection) sending.push(send(connection, due));
      else waiting.push(due);
      if (late.length === moments.length) over();
    };
    pacer.postMessage(moments);
  });
  const givenUp = setTimeout(
    () => took.push(...waiting.splice(0).map((due) => now() - due)),
    PATIENCE_SECONDS * 1_000,
  );
  await Promise.all(sending);
  clearTimeout(givenUp);
  return summary(took, late, failed, took.length - next);
}

/** The moments when requests are due, from a few milliseconds on; the same distances in every run. */
const momentsOf: Readonly<Record<Stretch["spacing"], (rate: number, seconds: number) => Float64Array>> = {
  even: (rate, seconds) => {
    const start = now() + HEAD_START_MS;
    return Float64Array.from({ length: Math.ceil(seconds * rate) }, (_, n) => start + n * 1_000 / rate);
  },
  random: (rate, seconds) => {
    const random = new Random(rate);
    let at = now() + HEAD_START_MS;
    return Float64Array.from({ length: Math.ceil(seconds * rate) }, () => {
      const gap = -Math.log(random.int(1, 1_000_000) / 1_000_000) / rate;
      return at += gap * 1_000;
    });
  },
};

const HEAD_START_MS = 20;

function summary(took: number[], late: number[], failed: number, unsent: number): Offered {
  took.sort((a, b) => a - b);
  late.sort((a, b) => a - b);
  const requests = took.length;
  return { p50: part(took, 0.5), p99: part(took, 0.99), requests, failed, unsent, late: part(late, 0.99) };
}

function encode(path: string, { port, token }: OfferedPlan): Uint8Array {
  const lines = [`GET ${path} HTTP/1.1`, `host: 127.0.0.1:${port}`, `authorization: Bearer ${token}`];
  return new TextEncoder().encode(`${lines.join("\r\n")}\r\n\r\n`);
}

/** Milliseconds since 1970, to the microsecond: the same clock here and in the pacer. */
function now(): number {
  return performance.timeOrigin + performance.now();
}

if (import.meta.main) console.log(JSON.stringify(await run(await given<OfferedPlan>())));
