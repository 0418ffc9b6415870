import { query } from "./verb.ts";

/**
 * Where the key lies that opens the clinic's data; never the key itself. `evaluation` is the file that a first start makes
 * by itself, `file` one that the clinic named, `setting` the environment, `command` a command that prints it.
 */
export type KeyLocation =
  | { readonly kind: "evaluation" | "file"; readonly path: string }
  | { readonly kind: "setting" | "command" };

/** Where the key is, for those who have to keep a copy. */
export const getKeyLocation = query(
  "system.locate_key",
  ({ clinic }, _: void): Promise<KeyLocation> => Promise.resolve(clinic.keyLocation),
);
