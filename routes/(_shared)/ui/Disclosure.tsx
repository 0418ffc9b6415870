import type { ComponentChildren } from "preact";
import { Icon } from "./Icon.tsx";
import type { IconName } from "./icon_shapes.ts";

export interface DisclosureProps {
  readonly summary: string;
  readonly icon?: IconName;
  /** Open from the start, e.g. when its form was refused. */
  readonly open?: boolean;
  /** For what cannot be undone at once, such as voiding a record. */
  readonly grave?: boolean;
  readonly children: ComponentChildren;
}

/** Something rarely needed, folded away until it is opened. Works without a script. */
export function Disclosure({ summary, icon, open = false, grave = false, children }: DisclosureProps) {
  return (
    <details class={grave ? "fold grave" : "fold"} open={open}>
      <summary>
        {icon && <Icon name={icon} />}
        {summary}
      </summary>
      <div>{children}</div>
    </details>
  );
}
