import { ClinicError } from "@/clinic/errors.ts";
import type { Problem } from "./problems.ts";
import type { Words } from "@/routes/(_shared)/words/words.ts";

/** The result of `make`; undefined where the record was voided while its form was open, or is no longer there. */
export async function unlessVoided<Result>(make: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await make();
  } catch (error) {
    if (error instanceof ClinicError && error.code === "not_found") return undefined;
    throw error;
  }
}

/** Says so above the form. What was typed can be copied, or sent again once the record is restored. */
export function voidedMeanwhileProblem({ patients }: Words): Problem {
  return { field: "form", message: patients.voidedMeanwhile };
}
