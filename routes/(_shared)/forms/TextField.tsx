import type { Problem } from "./problems.ts";

export interface TextFieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly type?: "text" | "password";
  readonly value?: string;
  /** What a password manager or the browser may fill in. */
  readonly autocomplete: string;
  readonly problems: readonly Problem[];
  readonly autofocus?: boolean;
}

/** A labelled field with its hint and, when it was refused, what is wrong with it. Passwords are never sent back. */
export function TextField({ name, label, hint, type = "text", problems, ...rest }: TextFieldProps) {
  const problem = problems.find(({ field }) => field === name);
  const described = [hint && `${name}-hint`, problem && `${name}-problem`].filter(Boolean).join(" ");
  return (
    <div class={problem ? "field wrong" : "field"}>
      <label for={name}>{label}</label>
      {hint && <p class="hint" id={`${name}-hint`}>{hint}</p>}
      {problem && <p class="problem" id={`${name}-problem`}>{problem.message}</p>}
      <input
        id={name}
        name={name}
        type={type}
        autocapitalize={name === "full_name" ? "words" : "none"}
        spellcheck={false}
        aria-invalid={problem ? "true" : undefined}
        aria-describedby={described || undefined}
        {...rest}
      />
    </div>
  );
}
