import { TextField } from "./TextField.tsx";
import type { Form } from "./form.ts";
import type { Problem } from "./problems.ts";
import type { Words } from "@/routes/(_shared)/words/words.ts";

interface NewPasswordProps {
  readonly words: Words;
  readonly name: string;
  readonly label: string;
  readonly problems: readonly Problem[];
}

/** A new password, typed twice: people cannot see what they type, and a slip would lock them out. */
export function NewPassword({ words, name, label, problems }: NewPasswordProps) {
  const { hint, again } = words.account.newPassword;
  return (
    <>
      <TextField
        name={name}
        label={label}
        hint={hint}
        type="password"
        autocomplete="new-password"
        problems={problems}
      />
      <TextField
        name="again"
        label={again(label)}
        type="password"
        autocomplete="new-password"
        problems={problems}
      />
    </>
  );
}

/** The problem when the two differ. */
export function checkRepeated(words: Words, form: Form, password: string): Problem[] {
  if (password === "" || !form.has("again") || form.verbatim("again") === password) return [];
  return [{ field: "again", message: words.account.newPassword.different }];
}
