import { ClinicError, type ClinicErrorCode } from "@/clinic/errors.ts";
import { textFor, type Words } from "@/routes/(_shared)/words/words.ts";

/** What is wrong with a field, in words for the person who filled it in. */
export interface Problem {
  readonly field: string;
  readonly message: string;
}

/** Messages for what a schema refuses, by field and by zod's code: a page may have better ones than words.formProblems. */
export type FieldMessages = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The first thing wrong with each field. */
export function problemsIn(
  words: Words,
  issues: readonly { readonly path: readonly PropertyKey[]; readonly code: string }[],
  messages: FieldMessages = {},
): Problem[] {
  const byField = Map.groupBy(issues, ({ path }) => String(path[0]));
  return [...byField].map(([field, [first]]) => {
    const code = first?.code ?? "";
    const known = [messages, words.formProblems.fields].map((texts: FieldMessages) =>
      textFor(textFor(texts, field) ?? {}, code)
    );
    return { field, message: known.find((text) => text !== undefined) ?? words.formProblems.otherwise };
  });
}

/**
 * What the clinic refused, as problems of fields. Throws everything else.
 * @param messages for codes that name no field, and where a page has a better message
 */
export function problemsOf(
  words: Words,
  error: unknown,
  messages: Partial<Record<ClinicErrorCode, Problem>> = {},
): Problem[] {
  if (!(error instanceof ClinicError)) throw error;
  const problem = messages[error.code];
  if (problem) return [problem];
  if (error.fields.length === 0) throw error;
  const { refused, otherwise } = words.formProblems;
  return error.fields.map(({ field, code }) => ({ field, message: textFor(refused, code) ?? otherwise }));
}
