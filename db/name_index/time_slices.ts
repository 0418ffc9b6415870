import { yieldToRequests } from "@/db/event_loop.ts";

const FOREGROUND_MS = 4; // of work before others get a turn
const BACKGROUND_MS = 1;
const BACKGROUND_REST = 9; // times as long as was worked: a tenth of the time is work

/** Long work in slices, with a turn for everybody else after each. */
export const timeSliced = {
  /** Somebody waits for it. */
  foreground: <T>(work: Generator<void, T>): Promise<T> => run(work, FOREGROUND_MS, () => 0),
  /** Nobody waits for it, and nobody is to notice it. */
  background: <T>(work: Generator<void, T>): Promise<T> =>
    run(work, BACKGROUND_MS, (worked) => worked * BACKGROUND_REST),
};

async function run<T>(work: Generator<void, T>, slice: number, rest: (worked: number) => number): Promise<T> {
  for (let from = performance.now();;) {
    const step = work.next();
    if (step.done) return step.value;
    const worked = performance.now() - from;
    if (worked < slice) continue;
    await yieldToRequests(rest(worked));
    from = performance.now();
  }
}

/** A turn in which somebody's work is done piece by piece, without a generator. */
export class TimeSlice {
  #from = performance.now();

  /** Whether it is over for others' sake. */
  get isOver(): boolean {
    return performance.now() - this.#from >= FOREGROUND_MS;
  }

  /** The next one, after everybody else's. */
  async next(): Promise<void> {
    await yieldToRequests();
    this.#from = performance.now();
  }
}

/** Pauses between writes. */
export const pausing = {
  shortly: (): Promise<void> => yieldToRequests(),
  /** As long as makes what was done since the last pause a tenth of the time. */
  politely: (): () => Promise<void> => {
    let from = performance.now();
    return async () => {
      await yieldToRequests((performance.now() - from) * BACKGROUND_REST);
      from = performance.now();
    };
  },
};
