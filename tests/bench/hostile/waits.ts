import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";
import type { TestClinic } from "@/tests/support/clinic.ts";

const TURN_EVERY_MS = 2;
const ASK_EVERY_MS = 10;

/** How long others wait, in ms. */
export interface Waits {
  /** For a turn of the event loop, 99 of 100 times at most. */
  readonly turn: number;
  readonly longestTurn: number;
  /** For the answer to a small request, 99 of 100 times at most. */
  readonly answer: number;
}

/** Measures until `work` is done. @param patientId whose record is asked for meanwhile */
export async function waitsDuring(
  work: () => Promise<void>,
  clinic: TestClinic,
  patientId: string,
): Promise<Waits> {
  const done = new AbortController();
  const measuring = Promise.all([turnDelays(done.signal), answerTimes(done.signal, clinic, patientId)]);
  await work().finally(() => done.abort());
  const [turns, answers] = await measuring;
  return { turn: percentile99(turns), longestTurn: Math.max(...turns), answer: percentile99(answers) };
}

/** How late a turn came for each who would have asked for one every TURN_EVERY_MS, however long one of them took. */
async function turnDelays(done: AbortSignal): Promise<number[]> {
  const delays: number[] = [0];
  while (!done.aborted) {
    const from = performance.now();
    await pause(TURN_EVERY_MS);
    for (let late = performance.now() - from - TURN_EVERY_MS; late > 0; late -= TURN_EVERY_MS) {
      delays.push(late);
    }
  }
  return delays;
}

async function answerTimes(done: AbortSignal, { ask }: TestClinic, patientId: string): Promise<number[]> {
  const times: number[] = [];
  for (let n = 0; !done.aborted || n < 2; n++) {
    const from = performance.now();
    const path = n % 2 ? `/api/patients/${patientId}/` : "/healthz";
    assert.equal((await ask("GET", path, { as: "nurse" })).status, 200, path);
    times.push(performance.now() - from);
    await pause(ASK_EVERY_MS);
  }
  return times;
}

function percentile99(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.99)]!;
}
