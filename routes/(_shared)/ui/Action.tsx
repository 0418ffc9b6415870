import { Icon } from "./Icon.tsx";
import type { IconName } from "./icon_shapes.ts";

export interface ActionProps {
  readonly href: string;
  readonly label: string;
  readonly icon?: IconName;
  /** A page has one main action; the others are plain. */
  readonly plain?: boolean;
}

/** A link that looks like a button: it goes somewhere to do something. */
export function Action({ href, label, icon, plain = false }: ActionProps) {
  return (
    <a class={plain ? "button plain" : "button"} href={href}>
      {icon && <Icon name={icon} />}
      {label}
    </a>
  );
}
