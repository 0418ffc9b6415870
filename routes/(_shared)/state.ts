import type { Scope } from "../../clinic/clinic.ts";

/** What the middleware puts beside every request of the console. */
export interface State {
  readonly scope: Scope;
}
