/**
 * Where the key lies that opens the clinic's data; never the key itself. `evaluation` is the file that a first start makes
 * by itself, `file` one that the clinic named, `setting` the environment, `command` a command that prints it.
 */
export type KeyLocation =
  | { readonly kind: "evaluation" | "file"; readonly path: string }
  | { readonly kind: "setting" | "command" };
