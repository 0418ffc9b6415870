import type { ComponentChildren } from "preact";
import { Icon } from "./Icon.tsx";
import type { IconName } from "./icon_shapes.ts";

export interface BannerProps {
  /** "done" is about what was just done, and is read out; "note" and "danger" are part of the page. */
  readonly tone: "done" | "note" | "danger";
  readonly children: ComponentChildren;
}

/** One thing to know before the rest of the page: it was saved, it may be a duplicate, it is voided. */
export function Banner({ tone, children }: BannerProps) {
  return (
    <div class={`${tone} banner`} role={tone === "done" ? "status" : undefined}>
      <Icon name={ICONS[tone]} />
      <div>{children}</div>
    </div>
  );
}

const ICONS: Readonly<Record<BannerProps["tone"], IconName>> = {
  done: "check",
  note: "triangle-alert",
  danger: "ban",
};
