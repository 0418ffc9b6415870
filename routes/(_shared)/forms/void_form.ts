import { z } from "zod";
import { voidReason } from "@/clinic/fields.ts";

/** What a form holds that voids a record. */
export const voidForm = z.strictObject({ reason: voidReason });
