import type { Scope } from "../../clinic/clinic.ts";
import type { House } from "./house.ts";
import type { Person } from "../../clinic/person.ts";

/** What the middleware puts beside every request of the console. */
export interface State {
  readonly house: House;
  readonly scope: Scope;
  /** Who is signed in; null before. */
  readonly person: Person | null;
}
