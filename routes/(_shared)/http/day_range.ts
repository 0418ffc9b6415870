import { z } from "zod";

/** The days that an address names, YYYY-MM-DD, the earlier first; undefined for none, or for one that does not exist. */
export function dayRange(query: URLSearchParams): [from: string | undefined, until: string | undefined] {
  const [from, until] = [dayIn(query.get("from")), dayIn(query.get("until"))];
  return from !== undefined && until !== undefined && from > until ? [until, from] : [from, until];
}

function dayIn(text: string | null): string | undefined {
  return z.iso.date().safeParse(text).data;
}
