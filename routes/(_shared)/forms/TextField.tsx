import { ariaAttributes, fieldClass, type FieldParts, HintAndProblem } from "./field_parts.tsx";

export interface TextFieldProps extends FieldParts {
  readonly type?: "text" | "password";
  readonly value?: string;
  /** What a password manager or the browser may fill in. */
  readonly autocomplete: string;
  readonly autofocus?: boolean;
}

/** A field for one line. Passwords are never sent back. */
export function TextField({ name, label, hint, type = "text", problems, ...rest }: TextFieldProps) {
  const parts = { name, hint, problems };
  return (
    <div class={fieldClass(parts)}>
      <label for={name}>{label}</label>
      <HintAndProblem {...parts} />
      <input
        id={name}
        name={name}
        type={type}
        autocapitalize={name === "full_name" ? "words" : "none"}
        spellcheck={false}
        {...ariaAttributes(parts)}
        {...rest}
      />
    </div>
  );
}
