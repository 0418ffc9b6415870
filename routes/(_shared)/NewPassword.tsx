import { Field } from "./Field.tsx";
import type { Form } from "./form.ts";
import type { Problem } from "./problems.ts";

/** A password to be chosen, typed twice: nobody can see what they type, and a slip would lock them out. */
export function NewPassword(
  { name, label, problems }: { name: string; label: string; problems: readonly Problem[] },
) {
  return (
    <>
      <Field
        name={name}
        label={label}
        hint="8 characters or more. Three or four words that do not belong together are easy to keep in mind."
        type="password"
        autocomplete="new-password"
        problems={problems}
      />
      <Field
        name="again"
        label={`${label}, once more`}
        type="password"
        autocomplete="new-password"
        problems={problems}
      />
    </>
  );
}

/** What is wrong when the two differ. It saves people from slips; the clinic is told one password only. */
export function repeated(form: Form, password: string): Problem[] {
  if (password === "" || !form.has("again") || form.verbatim("again") === password) return [];
  return [{ field: "again", message: "The two passwords are not the same." }];
}
