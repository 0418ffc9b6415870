import type { ComponentChildren } from "preact";

export interface TagProps {
  readonly tone: "voided" | "inactive" | "estimated" | "good";
  readonly children: ComponentChildren;
}

/** A word about a record beside its name. The colour only repeats the word. */
export function Tag({ tone, children }: TagProps) {
  return <span class={`tag ${tone}`}>{children}</span>;
}
