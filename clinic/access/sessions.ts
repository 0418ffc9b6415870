import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { NO_SUBJECTS } from "@/db/audit/entry.ts";
import { foldUsername } from "@/db/crypto/fold_identifiers.ts";
import type { Session } from "@/db/tables/sessions.ts";
import type { StaffMember } from "@/db/tables/staff.ts";
import { type Clinic, clinicOf, type ClinicScope } from "@/clinic/clinic.ts";
import type { Actor, ClinicHandle, Scope } from "@/clinic/scope.ts";
import { currentStaffMember } from "@/clinic/current_rows.ts";
import { ClinicError } from "@/clinic/errors.ts";
import { password } from "@/clinic/fields.ts";
import { updateRow } from "@/clinic/update_row.ts";
import type { TokenType } from "./tokens.ts";
import { describeUserAgent } from "./user_agent.ts";
import { command } from "@/clinic/verb.ts";
import { auditHeader, commit } from "@/clinic/commit.ts";

// This folder is how staff come in and stay in: passwords, tokens, and sessions of the API and of the console. What a role may
// do once it is in says clinic/permissions.ts.

const ACCESS_MINUTES = 15;
const SESSION_MINUTES = 24 * 60; // absolute: refreshing makes no session longer

/** When a session began: none is ever extended. */
export function sessionStart({ expiresAt }: Session): Date {
  return addMinutes(new Date(expiresAt), -SESSION_MINUTES);
}

export const credentials = z.strictObject({ username: z.string().min(1).max(200), password });
export type Credentials = z.infer<typeof credentials>;

/** What signing in to the API returns. */
export interface TokenPair {
  readonly access: string;
  readonly refresh: string;
}

/**
 * Signs in to the API. An unknown user, a wrong password and an inactive one get the same error after the same work.
 * @param userAgent the header, for the list of one's sessions
 * @throws ClinicError invalid_credentials | password_ended | busy
 */
export async function signIn(
  scope: Scope,
  input: Credentials,
  userAgent: string | null = null,
): Promise<TokenPair> {
  const clinic = clinicOf(scope.clinic);
  const person = await verifyCredentials({ ...scope, clinic }, input);
  const { session, issuedAt } = await startSession({ ...scope, clinic }, person, "api", userAgent);
  const refresh = { jti: session.refresh_id!, expiresAt: new Date(session.expiresAt) };
  return {
    access: await accessToken(clinic, session, person, issuedAt),
    refresh: await signToken(clinic, "refresh", session, person, { ...refresh, issuedAt }),
  };
}

/** A new access token for a refresh token. @throws ClinicError token_invalid | token_expired */
export async function refresh(scope: Scope, input: { refresh: string }): Promise<{ access: string }> {
  const clinic = clinicOf(scope.clinic);
  const { jti, sid } = await clinic.tokens.verify(input.refresh, "refresh");
  await clinic.store.directory.current();
  const { session, person } = requireSession(clinic, sid);
  if (session.refresh_id !== jti) throw new ClinicError("token_invalid");
  return { access: await accessToken(clinic, session, person, clinic.now()) };
}

/**
 * The actor of a token: its session must not have ended, its owner must be active, and the role is the present one.
 * @throws ClinicError token_invalid | token_expired
 */
export async function authenticate(handle: ClinicHandle, token: string, type: TokenType): Promise<Actor> {
  const clinic = clinicOf(handle);
  const { sid } = await clinic.tokens.verify(token, type);
  await clinic.store.directory.current();
  const { session, person } = requireSession(clinic, sid);
  return { staffId: person.id, sessionId: session.id, role: person.role };
}

/**
 * Ends the session and with it its tokens, at once. A refresh token may be sent too; one of another session is refused.
 * @throws ClinicError token_invalid
 */
export const signOut = command(
  "session.end",
  async ({ clinic, actor, commit }, input: { refresh?: string | undefined }) => {
    if (input.refresh !== undefined) {
      const { sid } = await clinic.tokens.verify(input.refresh, "refresh");
      if (sid !== actor.sessionId) throw new ClinicError("token_invalid");
    }
    const session = clinic.store.directory.sessions.get(actor.sessionId);
    if (!session) return; // ended by another request a moment ago
    const ended = { ...session, endedAt: clinic.now().toISOString(), version: session.version + 1 };
    await commit(clinic.store.sessions.update(ended));
  },
);

/** The member of staff with this username and password. @throws ClinicError invalid_credentials | password_ended | busy */
export async function verifyCredentials(scope: ClinicScope, input: Credentials): Promise<StaffMember> {
  const { clinic } = scope;
  await clinic.store.directory.current();
  const person = byUsername(clinic, input.username);
  const right = await clinic.passwords.verify(input.password, person?.password_hash);
  if (right && person?.active) return requireUnexpiredPassword(scope, person);
  await auditRefusedSignIn(scope, person);
  throw new ClinicError("invalid_credentials");
}

async function requireUnexpiredPassword(scope: ClinicScope, person: StaffMember): Promise<StaffMember> {
  const ends = person.password_ends_at;
  if (ends === null || ends > scope.clinic.now().toISOString()) return person;
  await auditRefusedSignIn(scope, person);
  throw new ClinicError("password_ended");
}

async function auditRefusedSignIn(scope: ClinicScope, person: StaffMember | undefined): Promise<void> {
  const subjects = person ? { rows: [{ table: "staff", id: person.id }] } : NO_SUBJECTS;
  await scope.clinic.store.audit(
    { ...auditHeader(scope, "session.start"), outcome: "refused", subjects },
    false,
  );
}

/** Starts a session, unless the password was changed or its owner deactivated while it was being checked. */
export async function startSession(
  scope: ClinicScope,
  person: StaffMember,
  channel: Session["channel"],
  userAgent: string | null,
) {
  const { clinic, source } = scope;
  const issuedAt = clinic.now();
  const agent = describeUserAgent(userAgent);
  const session: Session = {
    id: uuidv7(),
    version: 1,
    staffId: person.id,
    expiresAt: addMinutes(issuedAt, SESSION_MINUTES).toISOString(),
    endedAt: null,
    refresh_id: channel === "api" ? uuidv7() : null,
    channel,
    source,
    ...(agent === undefined ? {} : { agent }),
  };
  const actor = { staffId: person.id, sessionId: session.id, role: person.role };
  await updateRow(() => currentStaffMember(clinic, person.id), undefined, (now) => {
    if (!now.active || now.password_hash !== person.password_hash) {
      throw new ClinicError("invalid_credentials");
    }
    const start = clinic.store.sessions.insertFor(session, now.version);
    return commit({ clinic, actor, source }, "session.start", [start]);
  });
  return { session, issuedAt };
}

/** A session that has not ended, and its owner. @throws ClinicError token_invalid | token_expired */
export function requireSession(clinic: Clinic, sessionId: string): { session: Session; person: StaffMember } {
  const { sessions, staff } = clinic.store.directory;
  const session = sessions.get(sessionId);
  const person = session && staff.get(session.staffId);
  if (!session || !person?.active) throw new ClinicError("token_invalid");
  if (session.expiresAt <= clinic.now().toISOString()) throw new ClinicError("token_expired");
  return { session, person };
}

function accessToken(clinic: Clinic, session: Session, person: StaffMember, issuedAt: Date): Promise<string> {
  const end = Math.min(addMinutes(issuedAt, ACCESS_MINUTES).getTime(), Date.parse(session.expiresAt));
  return signToken(clinic, "access", session, person, { jti: uuidv7(), issuedAt, expiresAt: new Date(end) });
}

/** Signs a token of a session. */
export function signToken(
  clinic: Clinic,
  type: TokenType,
  session: Session,
  person: StaffMember,
  validity: { jti: string; issuedAt: Date; expiresAt: Date },
): Promise<string> {
  const { id: user_id, role } = person;
  return clinic.tokens.sign({ token_type: type, user_id, role, sid: session.id, ...validity });
}

function byUsername({ store }: Clinic, username: string): StaffMember | undefined {
  const folded = foldUsername(username);
  return [...store.directory.staff.values()].find((person) => foldUsername(person.username) === folded);
}

/** So many minutes later. */
export function addMinutes(instant: Date, minutes: number): Date {
  return new Date(instant.getTime() + minutes * 60_000);
}
