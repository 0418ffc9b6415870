import { Buffer } from "node:buffer";
import { z } from "zod";
import { invalid } from "@/clinic/errors.ts";
import { day, timeOfDay } from "@/clinic/fields.ts";
import type { VisitKey } from "@/db/tables/visits.ts";

/** Cursors are opaque to callers: where a page ended, as base64url. They hold ids and visit times, no patient text. */

export function patientCursor(id: string): string {
  return encode([id]);
}

/** @throws ClinicError for a cursor that is none of ours */
export function patientKey(cursor: string | undefined): string | undefined {
  return cursor === undefined ? undefined : decode(cursor, z.tuple([z.uuid()]))[0];
}

export function visitCursor({ visitDate, visitTime, id }: VisitKey): string {
  return encode([visitDate, visitTime, id]);
}

/** @throws ClinicError for a cursor that is none of ours */
export function visitKey(cursor: string | undefined): VisitKey | undefined {
  if (cursor === undefined) return undefined;
  const [visitDate, visitTime, id] = decode(cursor, z.tuple([day, timeOfDay, z.uuid()]));
  return { visitDate, visitTime, id };
}

function encode(key: readonly string[]): string {
  return Buffer.from(JSON.stringify(key)).toString("base64url");
}

function decode<T>(cursor: string, schema: z.ZodType<T>): T {
  try {
    return schema.parse(JSON.parse(Buffer.from(cursor, "base64url").toString()));
  } catch {
    throw invalid("cursor", "unknown_cursor", "Take the cursor from the Link header of the page before.");
  }
}
