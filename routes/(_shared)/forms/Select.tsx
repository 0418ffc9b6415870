import { ariaAttributes, fieldClass, type FieldParts, HintAndProblem } from "./field_parts.tsx";
import type { Choice } from "./Radios.tsx";

/** Something to choose from a longer list. */
export interface Option extends Choice {
  /** The heading that it is listed under. */
  readonly group?: string;
}

export interface SelectProps extends FieldParts {
  readonly options: readonly Option[];
  /** The option that is chosen, by value. */
  readonly value?: string;
  /** The first option, for when nothing is chosen, e.g. "Choose a department". Its value is "". */
  readonly none?: string;
}

/** A choice from a longer list; for five or fewer, Radios shows them all at once. */
export function Select({ label, options, value = "", none, ...words }: SelectProps) {
  const all = none === undefined ? options : [{ value: "", label: none }, ...options];
  const groups = [...Map.groupBy(all, ({ group }) => group)];
  return (
    <div class={fieldClass(words)}>
      <label for={words.name}>{label}</label>
      <HintAndProblem {...words} />
      <select id={words.name} name={words.name} {...ariaAttributes(words)}>
        {groups.map(([group, options]) =>
          group === undefined
            ? <Options key="" options={options} value={value} />
            : (
              <optgroup key={group} label={group}>
                <Options options={options} value={value} />
              </optgroup>
            )
        )}
      </select>
    </div>
  );
}

function Options({ options, value }: { options: readonly Option[]; value: string }) {
  return (
    <>
      {options.map((option) => (
        <option key={option.value} value={option.value} selected={option.value === value}>
          {option.label}
        </option>
      ))}
    </>
  );
}
