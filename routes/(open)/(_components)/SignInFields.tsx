import { TextField } from "@/routes/(_shared)/forms/TextField.tsx";
import type { Problem } from "@/routes/(_shared)/forms/problems.ts";
import type { Words } from "@/routes/(_shared)/words/words.ts";

interface SignInFieldsProps {
  readonly words: Words;
  readonly username: string;
  readonly problems: readonly Problem[];
}

/** Username, password, and the button, for the form around them. */
export function SignInFields({ words: { signIn }, username, problems }: SignInFieldsProps) {
  return (
    <>
      <TextField
        name="username"
        label={signIn.username}
        value={username}
        autocomplete="username"
        problems={problems}
        autofocus={problems.length === 0}
      />
      <TextField
        name="password"
        label={signIn.password}
        type="password"
        autocomplete="current-password"
        problems={problems}
      />
      <button class="button" type="submit">{signIn.submit}</button>
    </>
  );
}
