import { ClinicError, type ClinicErrorCode } from "../../clinic/errors.ts";

/** What is wrong with a field, said to the person who filled it in. */
export interface Problem {
  readonly field: string;
  readonly message: string;
}

/** What to say where a schema refuses a field, by field and by zod's code. */
export type Sayings = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The first thing wrong with each field. */
export function problemsIn(
  issues: readonly { readonly path: readonly PropertyKey[]; readonly code: string }[],
  sayings: Sayings,
): Problem[] {
  const byField = Map.groupBy(issues, ({ path }) => String(path[0]));
  return [...byField].map(([field, [first]]) => ({
    field,
    message: sayings[field]?.[first?.code ?? ""] ?? "This cannot be used.",
  }));
}

/** What the clinic refused, as problems of fields; `told` says it for codes that name no field. Throws everything else. */
export function problemsOf(error: unknown, told: Partial<Record<ClinicErrorCode, Problem>>): Problem[] {
  if (!(error instanceof ClinicError)) throw error;
  if (error.code === "validation_failed") return [...error.fields];
  const problem = told[error.code];
  if (!problem) throw error;
  return [problem];
}
