import { h } from "preact";
import { type IconName, iconShapes, type Shape } from "./icon_shapes.ts";

/** A small picture beside words that say the same, hidden from screen readers. It is as high as the text. */
export function Icon({ name }: { name: IconName }) {
  const shapes: readonly Shape[] = iconShapes[name];
  return (
    <svg class="icon" width="20" height="20" viewBox="0 0 24 24" aria-hidden="true">
      {shapes.map(([tag, attributes]) => h(tag, attributes))}
    </svg>
  );
}
