import type { ZodType } from "zod";
import type { ClinicErrorCode } from "@/clinic/errors.ts";
import { type Problem, problemsIn, problemsOf } from "./problems.ts";
import type { Words } from "@/routes/(_shared)/words/words.ts";

/** The result of a form, or what is wrong with it. */
export type Submission<Result> =
  | { readonly problems: readonly []; readonly result: Result }
  | { readonly problems: readonly Problem[]; readonly result?: undefined };

/** Checks a form with the schema that the API uses too, then acts. Throws what is not the fault of the form. */
export async function submit<Input, Result>(
  words: Words,
  schema: ZodType<Input>,
  input: unknown,
  act: (input: Input) => Promise<Result>,
): Promise<Submission<Result>> {
  const checked = schema.safeParse(input);
  if (!checked.success) return { problems: problemsIn(words, checked.error.issues) };
  try {
    return { problems: [], result: await act(checked.data) };
  } catch (error) {
    return { problems: problemsOf(words, error, recordProblems(words)) };
  }
}

/** Refusals that name no field link to the form itself, whose id is `form`. */
function recordProblems({ formProblems: { refused } }: Words): Partial<Record<ClinicErrorCode, Problem>> {
  const problem = (message: string): Problem => ({ field: "form", message });
  return {
    version_conflict: problem(refused.version_conflict),
    already_voided: problem(refused.already_voided),
    not_voided: problem(refused.not_voided),
    last_administrator: problem(refused.last_administrator),
    record_unreadable: problem(refused.record_unreadable),
  };
}
