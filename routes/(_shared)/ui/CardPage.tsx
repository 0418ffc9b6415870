import type { ComponentChildren } from "preact";
import { Brand } from "./Brand.tsx";
import { Hills } from "./Hills.tsx";
import type { Words } from "@/routes/(_shared)/words/words.ts";

/** The frame of pages outside the desk: the name above, one card, the hills below. */
export function CardPage({ words, children }: { words: Words; children: ComponentChildren }) {
  return (
    <div class="card-page">
      <header>
        <Brand />
        <p>{words.common.longName}</p>
      </header>
      <main class="card">{children}</main>
      <Hills />
    </div>
  );
}
