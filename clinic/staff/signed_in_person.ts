import { clinicOf } from "@/clinic/clinic.ts";
import type { Scope } from "@/clinic/scope.ts";
import type { Language } from "./own_language.ts";
import type { Role } from "@/clinic/roles.ts";

/** The member of staff who is signed in, for the console's header. */
export interface SignedInPerson {
  readonly name: string;
  readonly username: string;
  readonly role: Role;
  /** When a password that somebody else set ends (instant, UTC): it must be changed first. Null for one's own. */
  readonly passwordEndsAt: string | null;
  /** The language they have chosen for their pages; null before they have. */
  readonly language: Language | null;
}

/** The member of staff who acts in `scope`; null where no one has signed in. */
export function signedInPerson({ clinic, actor }: Scope): SignedInPerson | null {
  const row = actor && clinicOf(clinic).store.directory.staff.get(actor.staffId);
  if (!row) return null;
  const { full_name: name, username, password_ends_at: passwordEndsAt, language = null } = row;
  return { name, username, role: actor.role, passwordEndsAt, language };
}
