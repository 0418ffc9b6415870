import type { DeskState } from "@/routes/(_shared)/state.ts";
import { instantInWords } from "./dates.ts";

/** "Printed by Mme Puleng, 24 Nov 2026, 09:30." */
export function printedInWords({ words, person, info: { clinic } }: DeskState): string {
  return words.print.printedBy(person.name, instantInWords(words, clinic, clinic.now().toISOString()));
}
