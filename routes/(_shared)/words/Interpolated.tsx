import type { ComponentChildren } from "preact";

/** A text with elements in it: `text="Run {command} first."` and `command={<code>…</code>}`. */
export function Interpolated(
  { text, ...pieces }: { readonly text: string } & Record<string, ComponentChildren>,
) {
  return <>{text.split(/\{(\w+)\}/).map((part, at) => at % 2 === 0 ? part : pieces[part])}</>;
}
