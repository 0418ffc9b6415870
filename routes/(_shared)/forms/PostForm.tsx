import { createContext } from "preact";
import type { FormHTMLAttributes } from "preact";
import { useContext } from "preact/hooks";
import { TOKEN_FIELD } from "./form.ts";

/** The token of the session that a page is made for; the layouts provide it. Null before signing in. */
export const FormToken = createContext<string | null>(null);

/** A form that changes something. */
export function PostForm({ children, ...form }: FormHTMLAttributes) {
  const token = useContext(FormToken);
  return (
    <form method="post" {...form}>
      {token !== null && <input type="hidden" name={TOKEN_FIELD} value={token} />}
      {children}
    </form>
  );
}
