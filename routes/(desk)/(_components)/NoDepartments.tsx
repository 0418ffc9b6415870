import { Empty } from "@/routes/(_shared)/ui/Empty.tsx";
import type { Words } from "@/routes/(_shared)/words/words.ts";

/** What to do first in a clinic that has no departments yet. */
export function NoDepartments({ words, mayAdd }: { words: Words; mayAdd: boolean }) {
  const { title, explanation, add, askAdministrator } = words.home.noDepartments;
  const next = mayAdd ? { href: "/departments", label: add, icon: "plus" } as const : undefined;
  return (
    <Empty title={title} next={next}>
      {explanation} {!mayAdd && askAdministrator}
    </Empty>
  );
}
