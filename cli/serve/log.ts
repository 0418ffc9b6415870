import type { Failure } from "@/api/app.ts";

/**
 * One JSON line on standard error for an answer of 500 and above. Of the error only its kind and where in the program it
 * was thrown: its message might quote what somebody sent.
 */
export function logFailure({ requestId, route, error }: Failure): void {
  const kind = error instanceof Error ? error.name : typeof error;
  const reason = error instanceof Error && "reason" in error ? String(error.reason) : undefined;
  const at = error instanceof Error ? stackFrames(error) : [];
  console.error(
    JSON.stringify({ time: new Date().toISOString(), level: "error", requestId, route, kind, reason, at }),
  );
}

/** The lines of a stack that name places, without the first, which holds the message. */
function stackFrames({ stack = "" }: Error): string[] {
  return stack.split("\n").map((line) => line.trim()).filter((line) => line.startsWith("at ")).slice(0, 6);
}
