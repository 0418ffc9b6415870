import { ariaAttributes, fieldClass, type FieldParts, HintAndProblem } from "./field_parts.tsx";

export interface DateFieldProps extends FieldParts {
  /** A day as YYYY-MM-DD, like `min` and `max`. */
  readonly value?: string;
  readonly min?: string;
  readonly max?: string;
  /** "bday" for the birth date of the person who types; browsers must not fill in a patient's. */
  readonly autocomplete?: string;
}

/**
 * A day, by the device's own calendar. Its value is YYYY-MM-DD whatever the device shows, and a browser without a calendar
 * shows a line of text: so the hint shows that order by an example.
 */
export function DateField({ label, autocomplete = "off", value, min, max, ...words }: DateFieldProps) {
  return (
    <div class={fieldClass(words)}>
      <label for={words.name}>{label}</label>
      <HintAndProblem {...words} />
      <input
        id={words.name}
        name={words.name}
        type="date"
        value={value}
        min={min}
        max={max}
        autocomplete={autocomplete}
        {...ariaAttributes(words)}
      />
    </div>
  );
}
