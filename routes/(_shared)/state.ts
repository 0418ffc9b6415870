import type { Scope } from "../../clinic/clinic.ts";
import type { House } from "./house.ts";
import type { Person } from "../../clinic/person.ts";
import type { Language, Words } from "./words/words.ts";

/** What the middleware puts beside every request of the console. */
export interface State {
  readonly house: House;
  readonly scope: Scope;
  /** Who is signed in; null before. */
  readonly person: Person | null;
  readonly language: Language;
  /** All that pages say, in that language. */
  readonly words: Words;
}
