import type { ComponentChildren } from "preact";
import { Action, type ActionProps } from "./Action.tsx";

export interface EmptyProps {
  /** What there is none of, as a sentence. */
  readonly title: string;
  /** The link to what to do next. Left out for those who may not. */
  readonly next?: ActionProps;
  /** Why, and what to do next, in words. */
  readonly children: ComponentChildren;
}

/** In place of an empty list: says what to do next. */
export function Empty({ title, next, children }: EmptyProps) {
  return (
    <div class="card empty">
      <p class="empty-title">{title}</p>
      <p>{children}</p>
      {next && <Action {...next} />}
    </div>
  );
}
