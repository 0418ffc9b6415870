import { fieldClass, type FieldWords, HintAndProblem, tiesTo } from "./field_words.tsx";

export interface CheckboxProps extends FieldWords {
  readonly checked?: boolean;
}

/** Something to tick. The form holds its name with the value "yes", or nothing. */
export function Checkbox({ label, checked = false, ...words }: CheckboxProps) {
  return (
    <div class={fieldClass(words)}>
      <label class="choice">
        <input
          id={words.name}
          name={words.name}
          type="checkbox"
          value="yes"
          checked={checked}
          {...tiesTo(words)}
        />
        {label}
      </label>
      <HintAndProblem {...words} />
    </div>
  );
}
