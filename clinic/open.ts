import type { Store } from "@/db/store.ts";
import { type Clinic, clinicWith } from "./clinic.ts";
import type { KeyLocation } from "./key_location.ts";
import { Passwords } from "./access/passwords.ts";
import { SetUpLink } from "./staff/set_up_link.ts";
import { Tokens } from "./access/tokens.ts";
import { Verifications } from "./audit/verification_state.ts";

/** A clinic on an open database. `timeZone` is an IANA name. */
export function openClinic(
  store: Store,
  timeZone: string,
  now: () => Date,
  keyLocation: KeyLocation,
): Clinic {
  return clinicWith({
    store,
    tokens: new Tokens(store.databaseId, store.keys, now),
    passwords: new Passwords(),
    setUp: new SetUpLink(now),
    verifications: new Verifications(),
    timeZone,
    now,
    keyLocation,
  });
}
