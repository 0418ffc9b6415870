import { setTimeout as pause } from "node:timers/promises";

const EVERY_MS = 10;
const DEADLINE_MS = 60_000; // many times what any of it takes: only what never happens meets it

/**
 * Waits until `condition` gives anything but false or undefined, and returns that. Whatever it throws ends the waiting.
 *
 * @param what is waited for, as the error names it
 * @throws Error when it has not come true within a minute
 */
export async function until<T>(
  condition: () => T | false | undefined | Promise<T | false | undefined>,
  what: string,
): Promise<T> {
  for (const end = performance.now() + DEADLINE_MS; performance.now() < end; await pause(EVERY_MS)) {
    const found = await condition();
    if (found !== false && found !== undefined) return found;
  }
  throw new Error(`waited a minute in vain for ${what}`);
}
