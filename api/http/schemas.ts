import { z } from "zod";

/** What several resources have in common. */

export const id = z.uuid();
export const idParams = z.object({ id: z.uuid() });
export const message = z.string().describe("for people");

/** `limit`, 1–1,000: a page; left out: the whole list. */
export const limit = z.coerce.number().int().min(1).max(1_000).optional()
  .describe("a page of so many, 1–1,000; without it the whole list");
export const cursor = z.string().max(500).optional().describe("from the Link header of the page before");

export const includeVoided = z.enum(["voided"]).optional().describe(
  "`voided`: voided ones too (admin, doctor)",
);
export const includeInactive = z.enum(["inactive"]).optional().describe("`inactive`: the others too");

export const voidedQuery = z.strictObject({ include: includeVoided });

/** Why a record is voided. */
export const unreadable = z.literal("record_unreadable").optional()
  .describe("the record cannot be opened: its sealed keys are null");
