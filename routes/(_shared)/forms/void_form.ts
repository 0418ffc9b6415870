import { z } from "zod";
import { voidReason } from "@/clinic/fields.ts";

/** What a form holds that voids a record. */
export const voidForm = z.strictObject({ reason: voidReason });

/** What a form holds that restores one: the reason may be left out. */
export const restoreForm = z.strictObject({ reason: voidReason.optional() });
