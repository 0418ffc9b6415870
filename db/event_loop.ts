import { setImmediate } from "node:timers";

/** The two ways in which work here waits for the event loop. They look alike and are not: see each. */

/**
 * The next turn of the event loop, after what has arrived already: calls of the same moment can then share one query or
 * one commit. By setImmediate, because a timer of 0 ms takes 1 ms, which would halve the reads a second.
 */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/**
 * Lets other requests be served before long work goes on. By a timer, because after setImmediate Deno goes on without
 * looking at its sockets: timers keep time, and HTTP starves.
 *
 * @param ms how long to rest besides
 */
export function yieldToRequests(ms = 0): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
