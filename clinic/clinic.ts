import type { Store } from "@/db/store.ts";
import type { KeyLocation } from "./key_location.ts";
import type { Passwords } from "./access/passwords.ts";
import type { Role } from "./roles.ts";
import type { SetUpLink } from "./staff/set_up.ts";
import type { Tokens } from "./access/tokens.ts";
import type { Verifications } from "./audit/verifications.ts";

/** One clinic at work: its database and what its verbs need besides. Made once, by main or cli. */
export interface Clinic {
  readonly store: Store;
  readonly tokens: Tokens;
  readonly passwords: Passwords;
  readonly setUp: SetUpLink;
  readonly verifications: Verifications;
  /** IANA name, e.g. Africa/Maseru: visit dates and times are local to it. */
  readonly timeZone: string;
  readonly now: () => Date;
  /** For the administrator, who has to keep a copy. */
  readonly keyLocation: KeyLocation;
}

/** Who asks. */
export interface Actor {
  readonly staffId: string;
  readonly sessionId: string;
  readonly role: Role;
}

/** A request as the verbs see it: the clinic, who asks (null before signing in), and from where. */
export interface Scope {
  readonly clinic: Clinic;
  readonly actor: Actor | null;
  /** The address the request came from, or `command line`. */
  readonly source: string | null;
}
