import { ariaAttributes, fieldClass, type FieldParts, HintAndProblem } from "./field_parts.tsx";

/** One of the things to choose from. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

export interface RadiosProps extends FieldParts {
  readonly options: readonly Choice[];
  /** The option that is chosen, by value. */
  readonly value?: string;
}

/** One of a few choices, all shown. The first has the name of the field as its id, which the error summary links to. */
export function Radios({ label, options, value, ...words }: RadiosProps) {
  return (
    <fieldset class={fieldClass(words)} role="radiogroup" {...ariaAttributes(words)}>
      <legend>{label}</legend>
      <HintAndProblem {...words} />
      <div class="choices">
        {options.map((option, index) => (
          <label class="choice" key={option.value}>
            <input
              id={index === 0 ? words.name : `${words.name}-${option.value}`}
              name={words.name}
              type="radio"
              value={option.value}
              checked={option.value === value}
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
