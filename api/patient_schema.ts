import { z } from "zod";
import { id, unreadable } from "./http/schemas.ts";

/** Null where the record cannot be opened. */
const sealed = z.string().nullable();

/** A patient in an answer. */
export const patient = z.object({
  patient_id: id,
  full_name: sealed,
  date_of_birth: sealed,
  date_of_birth_estimated: z.literal(true).optional(),
  gender: sealed,
  contact_details: sealed,
  file_number: sealed,
  voided: z.object({ at: z.iso.datetime(), reason: z.string() }).optional(),
  error: unreadable,
}).meta({ id: "Patient" });

export const patientExample = {
  patient_id: "019b5a3e-5b7c-7c7a-9d5e-2f4b1c8a6d10",
  full_name: "Pohano Pohano",
  date_of_birth: "2000-01-01",
  gender: "M",
  contact_details: "+26612345678",
  file_number: "55983",
} as const;
