import type { ComponentChildren } from "preact";
import { Door } from "./Door.tsx";
import { Title } from "./Title.tsx";

/** A page that only has something to say: an error, or a page that is not there. */
export function Notice({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <Door>
      <Title of={title} />
      <h1>{title}</h1>
      {children}
    </Door>
  );
}
