import type { Actor, Scope } from "@/clinic/scope.ts";
import type { SignedInPerson } from "@/clinic/staff/signed_in_person.ts";
import type { RequestInfo } from "./http/request_info.ts";
import type { CurrentSession, Visitor } from "./session/visitor.ts";
import type { Language, Words } from "./words/words.ts";

/** What every request of the console has. */
export interface State {
  readonly info: RequestInfo;
  readonly language: Language;
  /** All that pages say, in that language. */
  readonly words: Words;
  /** Who asks, as their cookie says; null for nobody. For the guards and the frame around pages: see (_shared)/session/guard.ts. */
  readonly visitor: Visitor | null;
  /** Whether a guard has let the request through. */
  readonly isGuarded: boolean;

  // These hold nobody until a guard has let the request through.

  readonly scope: Scope;
  /** Who is signed in. */
  readonly person: SignedInPerson | null;
  /** Their session. */
  readonly session: CurrentSession | null;
}

/** What every request has that came through the guard of (desk). */
export interface DeskState extends State {
  readonly scope: Scope & { readonly actor: Actor };
  readonly person: SignedInPerson;
  readonly session: CurrentSession;
}
