import type { ComponentChildren } from "preact";
import { Brand } from "@/routes/(_shared)/Brand.tsx";
import { Hills } from "./Hills.tsx";
import type { Words } from "@/routes/(_shared)/words/words.ts";

/** The frame of pages that need no one signed in: the name above, one card, the hills below. */
export function OpenPage({ words, children }: { words: Words; children: ComponentChildren }) {
  return (
    <div class="door">
      <header>
        <Brand />
        <p>{words.common.longName}</p>
      </header>
      <main class="card">{children}</main>
      <Hills />
    </div>
  );
}
