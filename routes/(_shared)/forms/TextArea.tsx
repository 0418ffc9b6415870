import { ariaAttributes, fieldClass, type FieldParts, HintAndProblem } from "./field_parts.tsx";

export interface TextAreaProps extends FieldParts {
  readonly value?: string;
  /** How many lines it shows at first. */
  readonly rows?: number;
}

/** A field for several lines: notes, the reason for voiding. Browsers do not remember it for the next patient. */
export function TextArea({ label, value = "", rows = 4, ...words }: TextAreaProps) {
  return (
    <div class={fieldClass(words)}>
      <label for={words.name}>{label}</label>
      <HintAndProblem {...words} />
      <textarea id={words.name} name={words.name} rows={rows} autocomplete="off" {...ariaAttributes(words)}>
        {value}
      </textarea>
    </div>
  );
}
