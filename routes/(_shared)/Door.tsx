import type { ComponentChildren } from "preact";
import { Brand } from "./Brand.tsx";
import { Hills } from "./Hills.tsx";

/** The frame of pages that need no one signed in: the name above, one card, the hills below. */
export function Door({ children }: { children: ComponentChildren }) {
  return (
    <div class="door">
      <header>
        <Brand />
        <p>Digital Outpatient Visit Management System</p>
      </header>
      <main class="card">{children}</main>
      <Hills />
    </div>
  );
}
