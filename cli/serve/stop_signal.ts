/**
 * Resolves at the first SIGTERM or SIGINT (or Ctrl-Break). Later ones are ignored, because under npx and `deno task` every
 * signal arrives twice.
 */
export function waitForStopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of SIGNALS) Deno.addSignalListener(signal, () => resolve());
  });
}

const SIGNALS: readonly Deno.Signal[] = Deno.build.os === "windows"
  ? ["SIGINT", "SIGBREAK"]
  : ["SIGTERM", "SIGINT"];
