import { yieldToRequests } from "./event_loop.ts";

const FOREGROUND_MS = 4; // of work before other requests are served
const BACKGROUND_MS = 1;
const BACKGROUND_REST = 9; // times as long as the work took: a tenth of the time is work

/** Runs long work in slices of time, and lets other requests in after each. The work yields where it can be cut. */
export const timeSliced = {
  /** For work that somebody waits for. */
  foreground: <T>(work: Generator<void, T>): Promise<T> => run(work, FOREGROUND_MS, () => 0),
  /** For work that nobody waits for: it must not be noticed. */
  background: <T>(work: Generator<void, T>): Promise<T> =>
    run(work, BACKGROUND_MS, (worked) => worked * BACKGROUND_REST),
};

async function run<T>(
  work: Generator<void, T>,
  sliceMs: number,
  rest: (worked: number) => number,
): Promise<T> {
  for (let from = performance.now();;) {
    const step = work.next();
    if (step.done) return step.value;
    const worked = performance.now() - from;
    if (worked < sliceMs) continue;
    await yieldToRequests(rest(worked));
    from = performance.now();
  }
}

/** A slice of time for work that somebody waits for and that is no generator. */
export class TimeSlice {
  #from = performance.now();

  get isOver(): boolean {
    return performance.now() - this.#from >= FOREGROUND_MS;
  }

  /** Lets other requests in, and begins the next slice. */
  async next(): Promise<void> {
    await yieldToRequests();
    this.#from = performance.now();
  }
}

/** What pauses between the writes of long work. */
export const pauses = {
  foreground: (): () => Promise<void> => () => yieldToRequests(),
  /** So long that what was done since the last pause was a tenth of the time. */
  background: (): () => Promise<void> => {
    let from = performance.now();
    return async () => {
      await yieldToRequests((performance.now() - from) * BACKGROUND_REST);
      from = performance.now();
    };
  },
};
