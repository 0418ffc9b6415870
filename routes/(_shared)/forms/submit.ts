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

/** Refusals that name no field lead to the form itself, whose id is `form`. */
function recordProblems({ problems: { refused } }: Words): Partial<Record<ClinicErrorCode, Problem>> {
  const codes = [
    "version_conflict",
    "already_voided",
    "not_voided",
    "last_administrator",
    "record_unreadable",
  ];
  const t = refused as Readonly<Record<string, string>>;
  return Object.fromEntries(codes.map((code) => [code, { field: "form", message: t[code]! }]));
}
