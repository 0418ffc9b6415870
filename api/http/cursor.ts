import { z } from "zod";
import { decodeCursor, encodeCursor } from "@/clinic/cursor.ts";
import { invalid } from "@/clinic/errors.ts";
import { day, timeOfDay } from "@/clinic/fields.ts";
import type { VisitKey } from "@/db/tables/visits.ts";

/** The cursors of the API's lists: what the next page is read after. */

/** The id is that of the last patient on the page. */
export function patientCursor(id: string): string {
  return encodeCursor([id]);
}

/** The id that patientCursor() was given; undefined without a cursor. @throws ClinicError validation_failed for other texts */
export function patientKey(cursor: string | undefined): string | undefined {
  return cursor === undefined ? undefined : decode(cursor, z.tuple([z.uuid()]))[0];
}

/** The key is that of the last visit on the page. */
export function visitCursor({ visitDate, visitTime, id }: VisitKey): string {
  return encodeCursor([visitDate, visitTime, id]);
}

/** The key that visitCursor() was given; undefined without a cursor. @throws ClinicError validation_failed for other texts */
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
