import type { Store } from "@/db/store.ts";

/**
 * The first free number above every file number that is a plain number, with as many digits: "0099" → "0100".
 * Nobody holds it for who asks. @throws DatabaseUnavailable
 */
export async function nextFileNumber({ finder, patients }: Store): Promise<string> {
  let candidate = await finder.highestFileNumber();
  do candidate = increment(candidate); while (await patients.isFileNumberTaken(candidate));
  return candidate;
}

/** The width stays until the digits need more. */
function increment(digits: string): string {
  return String(Number(digits) + 1).padStart(digits.length, "0");
}
