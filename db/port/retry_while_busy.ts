const ATTEMPTS = 8;

/**
 * Calls again while another process is writing to the database, each time after a longer pause. Its length is partly
 * random, so that those who wait for each other do not meet again.
 *
 * @throws whatever the call throws that is not busy, and the last busy error
 */
export async function retryWhileBusy<T>(
  call: () => Promise<T>,
  isBusy: (error: unknown) => boolean,
): Promise<T> {
  for (let attempt = 1;; attempt++) {
    try {
      return await call();
    } catch (error) {
      if (!isBusy(error) || attempt === ATTEMPTS) throw error;
      await new Promise((wake) => setTimeout(wake, attempt * 5 + Math.random() * 20));
    }
  }
}
