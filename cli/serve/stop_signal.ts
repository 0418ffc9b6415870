/**
 * Resolves at the first SIGTERM or SIGINT (or Ctrl-Break). Under npx and `deno task` a signal arrives twice: the second
 * is no order to hurry.
 */
export function waitForStopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of SIGNALS) Deno.addSignalListener(signal, () => resolve());
  });
}

const SIGNALS: readonly Deno.Signal[] = Deno.build.os === "windows"
  ? ["SIGINT", "SIGBREAK"]
  : ["SIGTERM", "SIGINT"];
