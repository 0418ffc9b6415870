import type { Problem } from "./problems.ts";

/** What every field has besides its input. `name` is also the id of the input, which the error summary links to. */
export interface FieldParts {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly problems: readonly Problem[];
}

type Parts = Omit<FieldParts, "label">;

/** The hint and, when the field was refused, what is wrong with it: between label and input. */
export function HintAndProblem({ name, hint, problems }: Parts) {
  const problem = problemOf(name, problems);
  return (
    <>
      {hint && <p class="hint" id={`${name}-hint`}>{hint}</p>}
      {problem && <p class="problem" id={`${name}-problem`}>{problem.message}</p>}
    </>
  );
}

/** The attributes that link an input to its hint and its problem, for screen readers. */
export function ariaAttributes({ name, hint, problems }: Parts) {
  const problem = problemOf(name, problems);
  const described = [hint && `${name}-hint`, problem && `${name}-problem`].filter(Boolean).join(" ");
  return {
    "aria-invalid": problem ? "true" as const : undefined,
    "aria-describedby": described || undefined,
  };
}

export function fieldClass({ name, problems }: Parts): string {
  return problemOf(name, problems) ? "field wrong" : "field";
}

function problemOf(name: string, problems: readonly Problem[]): Problem | undefined {
  return problems.find(({ field }) => field === name);
}
