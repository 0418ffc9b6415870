import type { Store } from "@/db/store.ts";
import type { Passwords } from "./access/passwords.ts";
import type { Tokens } from "./access/tokens.ts";
import type { Verifications } from "./audit/verification_state.ts";
import type { KeyLocation } from "./key_location.ts";
import type { ClinicHandle, Scope } from "./scope.ts";
import type { SetUpLink } from "./staff/set_up_link.ts";

// This room is what a clinic does: a folder a subject, and in it verbs such as registerPatient or logVisit (see verb.ts), which
// the API, the console and cli call. Who may do what says permissions.ts; what goes wrong is named in errors.ts.

/**
 * One clinic at work: its database and what its verbs need besides. For the verbs' own code and for cli, which opens the
 * database; the API and the console cannot import this file and have a ClinicHandle.
 */
export interface Clinic extends ClinicHandle {
  readonly store: Store;
  readonly tokens: Tokens;
  readonly passwords: Passwords;
  readonly setUp: SetUpLink;
  readonly verifications: Verifications;
  /** For the administrator, who has to keep a copy. */
  readonly keyLocation: KeyLocation;
  /** What the API and the console are given. */
  readonly handle: ClinicHandle;
}

/** A scope as the verbs' own code sees it. */
export interface ClinicScope extends Scope {
  readonly clinic: Clinic;
}

const clinics = new WeakMap<ClinicHandle, Clinic>();

/** A clinic of these parts, with a handle of its own. */
export function clinicWith(parts: Omit<Clinic, "handle">): Clinic {
  const handle = Object.freeze({ timeZone: parts.timeZone, now: parts.now });
  const clinic: Clinic = { ...parts, handle };
  clinics.set(handle, clinic).set(clinic, clinic);
  return clinic;
}

/** The clinic that a handle stands for. @throws TypeError where clinicWith() has not made it */
export function clinicOf(handle: ClinicHandle): Clinic {
  const clinic = clinics.get(handle);
  if (!clinic) throw new TypeError("not the handle of a clinic");
  return clinic;
}
