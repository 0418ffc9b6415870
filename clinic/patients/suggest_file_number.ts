import { auditedQuery } from "@/clinic/verb.ts";
import { nextFileNumber } from "./file_numbers.ts";

/** The next free file number, e.g. "55985". */
export const suggestFileNumber = auditedQuery(
  "patient.suggest_file_number",
  ({ clinic }, _: void) => nextFileNumber(clinic.store),
  () => ({ rows: [] }),
);
