import type { Role } from "./roles.ts";

/**
 * A clinic as the API and the console hold it: something to call its verbs with. Its database, keys and passwords are not
 * reached from here, so that there is no way round a verb's permission check and its audit entry.
 */
export interface ClinicHandle {
  /** IANA name, e.g. Africa/Maseru: visit dates and times are local to it. */
  readonly timeZone: string;
  readonly now: () => Date;
}

/** Who makes a request. */
export interface Actor {
  readonly staffId: string;
  readonly sessionId: string;
  readonly role: Role;
}

/** What every verb is called with: the clinic, who makes the request (null before signing in), and from where. */
export interface Scope {
  readonly clinic: ClinicHandle;
  readonly actor: Actor | null;
  /** The address the request came from, or `command line`. */
  readonly source: string | null;
}
