import { z } from "zod";

/** The days that an address asks for, YYYY-MM-DD, the earlier first; undefined where it names none that there is. */
export function dayRange(asked: URLSearchParams): [from: string | undefined, until: string | undefined] {
  const [from, until] = [dayIn(asked.get("from")), dayIn(asked.get("until"))];
  return from !== undefined && until !== undefined && from > until ? [until, from] : [from, until];
}

function dayIn(text: string | null): string | undefined {
  return z.iso.date().safeParse(text).data;
}
