import type { Clinic } from "@/clinic/clinic.ts";
import { DatabaseUnavailable } from "@/db/port/port.ts";
import { logBackgroundFailure } from "@/cli/log.ts";
import type { Output } from "@/cli/command_line/output.ts";

const MIN_PATIENTS_TO_REPORT = 5_000; // fewer are read within half a second

/**
 * Loads the name index while the server answers already. Where there is none, because the patients were registered by an
 * older program or the index was lost, it is built, and the progress is printed.
 */
export async function loadNameIndex({ store }: Clinic, out: Output): Promise<void> {
  try {
    await store.finder.load((done, total) => {
      if (total >= MIN_PATIENTS_TO_REPORT) out.progress("Making patients findable", done, total);
    });
  } catch (error) {
    if (error instanceof DatabaseUnavailable) return; // the first search tries again
    logBackgroundFailure("name index", error);
  }
}
