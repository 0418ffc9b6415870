import { fieldClass, type FieldWords, HintAndProblem, tiesTo } from "./field_words.tsx";
import type { Choice } from "./Radios.tsx";

export interface SelectProps extends FieldWords {
  readonly options: readonly Choice[];
  /** The option that is chosen, by value. */
  readonly value?: string;
  /** What the first option says when nothing is chosen, e.g. "Choose a department". Its value is "". */
  readonly none?: string;
}

/** A choice from a longer list; for five or fewer, Radios shows them all at once. */
export function Select({ label, options, value = "", none, ...words }: SelectProps) {
  const all = none === undefined ? options : [{ value: "", label: none }, ...options];
  return (
    <div class={fieldClass(words)}>
      <label for={words.name}>{label}</label>
      <HintAndProblem {...words} />
      <select id={words.name} name={words.name} {...tiesTo(words)}>
        {all.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
