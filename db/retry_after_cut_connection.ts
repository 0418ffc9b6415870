import { DatabaseUnavailable } from "./port/port.ts";

/**
 * Writes a batch once, even if the connection is cut in the middle. After a cut it is unknown whether the batch was
 * committed, so the database is asked; if it was not, the same batch is sent once more. The numbers of its audit entries
 * are unique, so if the first one arrives late after all, only one of the two is committed.
 *
 * @throws whatever `write` throws but for a cut connection, and DatabaseUnavailable when the second attempt fails too
 */
export async function retryAfterCutConnection(
  write: () => Promise<void>,
  wasCommitted: () => Promise<boolean>,
): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (!isCut(error)) throw error;
    if (await wasCommitted()) return;
    await write().catch(async (second) => {
      if (!(await wasCommitted())) throw second; // the first one may have arrived late
    });
  }
}

function isCut(error: unknown): boolean {
  return error instanceof DatabaseUnavailable && error.reason === "unreachable";
}
