import type { Actor } from "@/clinic/scope.ts";
import { authenticateConsole, formTokenOf, renewConsoleSession } from "@/clinic/access/console_sessions.ts";
import { type SignedInPerson, signedInPerson } from "@/clinic/staff/signed_in_person.ts";
import { hasSessionEnded } from "@/routes/(_shared)/http/http_errors.ts";
import type { RequestInfo } from "@/routes/(_shared)/http/request_info.ts";
import { sessionToken } from "./session_cookie.ts";

// This folder is about who makes a request: their session's cookie, the guards of the groups of pages, and signing in again.

/** Who is signed in, with the session that their cookie names. */
export interface Visitor {
  readonly actor: Actor;
  readonly person: SignedInPerson;
  readonly session: CurrentSession;
}

/** The session that a page is made for. */
export interface CurrentSession {
  /** When it ends unless there is another request. */
  readonly endsAt: Date;
  /** What its forms carry. */
  readonly formToken: string;
  /** The cookie's next token, where it is time for one. */
  readonly renewed: string | undefined;
}

/**
 * Who sends a request with these headers; null for nobody.
 * @param renews whether the request prolongs the session, as all do but the one that asks how long it lasts
 */
export async function identify(
  info: RequestInfo,
  headers: Headers,
  renews: boolean,
): Promise<Visitor | null> {
  const { clinic, source } = info;
  const signedIn = await authenticate(info, headers);
  const person = signedIn && signedInPerson({ clinic, source, actor: signedIn.actor });
  if (!signedIn || !person) return null;
  const { actor, endsAt } = signedIn;
  const next = renews ? await renewConsoleSession(clinic, actor, endsAt) : undefined;
  const formToken = formTokenOf(clinic, actor);
  return { actor, person, session: { endsAt: next?.endsAt ?? endsAt, renewed: next?.token, formToken } };
}

async function authenticate(info: RequestInfo, headers: Headers) {
  const token = sessionToken(info, headers);
  return token === undefined ? null : await authenticateConsole(info.clinic, token).catch(nobodyIfEnded);
}

function nobodyIfEnded(error: unknown): null {
  if (hasSessionEnded(error)) return null;
  throw error;
}
