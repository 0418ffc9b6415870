import type { Words } from "@/routes/(_shared)/words/words.ts";

const STEPS = 3; // the administrator, the first department, the key

/** Above the title: which step of setting up this is. */
export function SetUpStep({ words, step }: { words: Words; step: 1 | 2 | 3 }) {
  return <p class="hint">{words.setUp.step(step, STEPS)}</p>;
}
