import type { Failure } from "@/api/app.ts";

/** One JSON line on standard error for an answer of 500 and above. */
export function logFailure({ requestId, route, error }: Failure): void {
  logError({ requestId, route }, error);
}

/** One JSON line on standard error for work that failed while no request waited for it. */
export function logBackgroundFailure(task: string, error: unknown): void {
  logError({ task }, error);
}

/** Of the error only its kind and where in the program it was thrown: its message might quote what somebody sent. */
function logError(about: Readonly<Record<string, string>>, error: unknown): void {
  const kind = error instanceof Error ? error.name : typeof error;
  const reason = error instanceof Error && "reason" in error ? String(error.reason) : undefined;
  const at = error instanceof Error ? stackFrames(error) : [];
  const time = new Date().toISOString();
  console.error(JSON.stringify({ time, level: "error", ...about, kind, reason, at }));
}

/** The first frames of a stack, without its first lines, which hold the message. */
function stackFrames({ stack = "" }: Error): string[] {
  return stack.split("\n").map((line) => line.trim()).filter((line) => line.startsWith("at ")).slice(0, 6);
}
