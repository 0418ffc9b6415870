/** Waits for `work`, but no longer than `ms` milliseconds. The work goes on all the same. */
export async function waitAtMost(ms: number, work: Promise<unknown>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise((resolve) => timer = setTimeout(resolve, ms));
  await Promise.race([work, timeout]);
  clearTimeout(timer);
}
