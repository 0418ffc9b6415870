import { z } from "zod";

/** Schemas that several resources share. */

export const id = z.uuid();
export const idParams = z.object({ id: z.uuid() });
export const message = z.string().describe("for people; programs decide by the status");

/** 1–1,000; left out: the whole list. */
export const limit = z.coerce.number().int().min(1).max(1_000).optional()
  .describe("how many a page holds, 1–1,000; without it the whole list");
export const cursor = z.string().max(500).optional().describe("from the Link header of the previous page");

export const includeVoided = z.enum(["voided"]).optional().describe(
  "`voided`: voided ones too (admin, doctor)",
);
export const includeInactive = z.enum(["inactive"]).optional().describe("`inactive`: inactive ones too");

export const voidedQuery = z.strictObject({ include: includeVoided });

/** Set on a record that does not open; it keeps its place in a list. */
export const unreadable = z.literal("record_unreadable").optional()
  .describe("the record cannot be opened: its sealed keys are null");
