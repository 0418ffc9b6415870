import { z } from "zod";
import type { VisitKey } from "@/db/tables/visits.ts";

const key = z.tuple([
  z.iso.date(),
  z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  z.uuid(),
]);

/** The place of a visit in a list, for an address. It holds nothing of the patient. */
export function formatVisitCursor({ visitDate, visitTime, id }: VisitKey): string {
  return `${visitDate}_${visitTime}_${id}`;
}

/** The place that an address names; undefined for none, or a malformed one. */
export function parseVisitCursor(text: string | null): VisitKey | undefined {
  const checked = key.safeParse(text?.split("_"));
  if (!checked.success) return undefined;
  const [visitDate, visitTime, id] = checked.data;
  return { visitDate, visitTime, id };
}
