import { fieldClass, type FieldWords, HintAndProblem, tiesTo } from "./field_words.tsx";

export interface TextAreaProps extends FieldWords {
  readonly value?: string;
  /** How many lines it shows at first. */
  readonly rows?: number;
}

/** A field for several lines: notes, the reason for voiding. Browsers keep none of it for the next patient. */
export function TextArea({ label, value = "", rows = 4, ...words }: TextAreaProps) {
  return (
    <div class={fieldClass(words)}>
      <label for={words.name}>{label}</label>
      <HintAndProblem {...words} />
      <textarea id={words.name} name={words.name} rows={rows} autocomplete="off" {...tiesTo(words)}>
        {value}
      </textarea>
    </div>
  );
}
