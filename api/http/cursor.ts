import { z } from "zod";
import { decodeCursor, encodeCursor } from "@/clinic/cursor.ts";
import { invalid } from "@/clinic/errors.ts";
import { day, timeOfDay } from "@/clinic/fields.ts";
import type { VisitKey } from "@/db/tables/visits.ts";

/** The cursors of the API's lists: what the next page is read after. */

export function patientCursor(id: string): string {
  return encodeCursor([id]);
}

/** @throws ClinicError validation_failed for a text that patientCursor() did not make */
export function patientKey(cursor: string | undefined): string | undefined {
  return cursor === undefined ? undefined : decode(cursor, z.tuple([z.uuid()]))[0];
}

export function visitCursor({ visitDate, visitTime, id }: VisitKey): string {
  return encodeCursor([visitDate, visitTime, id]);
}

/** @throws ClinicError validation_failed for a text that visitCursor() did not make */
export function visitKey(cursor: string | undefined): VisitKey | undefined {
  if (cursor === undefined) return undefined;
  const [visitDate, visitTime, id] = decode(cursor, z.tuple([day, timeOfDay, z.uuid()]));
  return { visitDate, visitTime, id };
}

function decode<Key>(cursor: string, schema: z.ZodType<Key>): Key {
  const key = decodeCursor(cursor, schema);
  if (key !== undefined) return key;
  throw invalid("cursor", "unknown_cursor", "Take the cursor from the Link header of the page before.");
}
