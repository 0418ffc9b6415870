import { z } from "zod";
import { subjectsOf } from "@/db/audit/entry.ts";
import { likelyDuplicates } from "./likely_duplicates.ts";
import { contactDetails, day, fullName, gender } from "@/clinic/fields.ts";
import { type Patient, toPatient } from "@/clinic/patients/patient.ts";
import { auditedQuery } from "@/clinic/verb.ts";

/** What is known of somebody before they are registered: the more, the surer. */
export const describedPerson = z.strictObject({
  full_name: fullName,
  date_of_birth: day.optional(),
  date_of_birth_estimated: z.boolean().optional().describe("the date is a guess"),
  gender: gender.optional(),
  contact_details: contactDetails.optional(),
});
export type DescribedPerson = z.infer<typeof describedPerson>;

/** A patient who is likely the person described: how likely (0–100), and why. */
export type LikelyPatient = Patient & { readonly score: number; readonly reasons: readonly string[] };

const MAX_COMPARED = 200;

/** The patients who are likely the person described, the likeliest first. @throws ClinicError forbidden */
export const findDuplicates = auditedQuery(
  "patient.find_duplicates",
  async ({ clinic }, person: DescribedPerson): Promise<LikelyPatient[]> => {
    const duplicates = await likelyDuplicates(clinic.store.finder, person, MAX_COMPARED);
    return duplicates.map(({ row, score, reasons }) => ({ ...toPatient(row), score, reasons }));
  },
  (found) => subjectsOf("patient", found.map(({ patient_id }) => patient_id)),
);
