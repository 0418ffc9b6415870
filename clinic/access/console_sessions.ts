import { Buffer } from "node:buffer";
import { randomBytes, timingSafeEqual } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import { hmac } from "@/db/crypto/digest.ts";
import type { Session } from "@/db/tables/sessions.ts";
import type { StaffMember } from "@/db/tables/staff.ts";
import { type Clinic, clinicOf, type ClinicScope } from "@/clinic/clinic.ts";
import type { Actor, ClinicHandle, Scope } from "@/clinic/scope.ts";
import {
  addMinutes,
  type Credentials,
  requireSession,
  signToken,
  startSession,
  verifyCredentials,
} from "./sessions.ts";

/**
 * After so many minutes without a request a console session ends (ASVS 5.0 V7.3.1, HIPAA 164.312(a)(2)(iii)): rooms are
 * left in a hurry. Half an hour is a long consultation; what was typed is shown again after signing in.
 */
const IDLE_MINUTES = 30;
/** A token younger than this is not renewed: one signature a minute, and not one a page. */
const RENEW_AFTER_SECONDS = 60;

/** The cookie's token, and when it ends. */
export interface ConsoleSession {
  readonly token: string;
  readonly endsAt: Date;
}

/** Signs in to the console. @throws ClinicError invalid_credentials | password_ended | busy */
export async function signInToConsole(
  scope: Scope,
  input: Credentials,
  userAgent: string | null = null,
): Promise<ConsoleSession> {
  const ownScope: ClinicScope = { ...scope, clinic: clinicOf(scope.clinic) };
  return await startConsoleSession(ownScope, await verifyCredentials(ownScope, input), userAgent);
}

/** A console session for a member of staff already authenticated (by password, or by the set-up link). */
export async function startConsoleSession(
  scope: ClinicScope,
  person: StaffMember,
  userAgent: string | null = null,
): Promise<ConsoleSession> {
  const { session, issuedAt } = await startSession(scope, person, "console", userAgent);
  return await tokenFor(scope.clinic, session, person, issuedAt);
}

/** The actor of a token, and when it expires. @throws ClinicError token_invalid | token_expired */
export async function authenticateConsole(
  handle: ClinicHandle,
  token: string,
): Promise<{ readonly actor: Actor; readonly endsAt: Date }> {
  const clinic = clinicOf(handle);
  const { sid, exp } = await clinic.tokens.verify(token, "console");
  await clinic.store.directory.current();
  const { session, person } = requireSession(clinic, sid);
  const actor = { staffId: person.id, sessionId: session.id, role: person.role };
  return { actor, endsAt: new Date(exp * 1_000) };
}

/**
 * The next token of a session in use, valid for another IDLE_MINUTES, though not past the session's own end; undefined while
 * the last one is fresh. Nothing is written: the time of the last request is in the token alone, so that it holds whichever
 * process answers the next request.
 */
export async function renewConsoleSession(
  handle: ClinicHandle,
  { sessionId }: Actor,
  endsAt: Date,
): Promise<ConsoleSession | undefined> {
  const clinic = clinicOf(handle);
  const { session, person } = requireSession(clinic, sessionId);
  const now = clinic.now();
  const gained = idleExpiry(session, now) - endsAt.getTime();
  return gained < RENEW_AFTER_SECONDS * 1_000 ? undefined : await tokenFor(clinic, session, person, now);
}

/**
 * What the forms of a session carry, so that only a page that was made for it can send one: a keyed digest of the
 * session's id, masked anew for every page (base64url of mask and masked). Pages are compressed before they are sent, and
 * the length of a compressed page would give away bit by bit a secret that is the same in each of them (BREACH).
 */
export function formTokenOf(clinic: ClinicHandle, actor: Actor): string {
  const mask = randomBytes(DIGEST_BYTES);
  return Buffer.concat([mask, xor(mask, formDigest(clinic, actor))]).toString("base64url");
}

/** Whether a form carries its session's token. */
export function isFormToken(clinic: ClinicHandle, actor: Actor, token: string): boolean {
  const input = Buffer.from(token, "base64url");
  if (input.length !== 2 * DIGEST_BYTES) return false;
  const digest = xor(input.subarray(0, DIGEST_BYTES), input.subarray(DIGEST_BYTES));
  return timingSafeEqual(digest, formDigest(clinic, actor));
}

const DIGEST_BYTES = 32;

function formDigest(clinic: ClinicHandle, { sessionId }: Actor): Buffer {
  return Buffer.from(hmac(clinicOf(clinic).store.keys.formToken, sessionId));
}

function xor(one: Buffer, other: Buffer): Buffer {
  return one.map((byte, n) => byte ^ other[n]!) as Buffer;
}

async function tokenFor(clinic: Clinic, session: Session, person: StaffMember, issuedAt: Date) {
  const endsAt = new Date(idleExpiry(session, issuedAt));
  const validity = { jti: uuidv7(), issuedAt, expiresAt: endsAt };
  return { token: await signToken(clinic, "console", session, person, validity), endsAt };
}

/** Milliseconds since 1970. */
function idleExpiry({ expiresAt }: Session, from: Date): number {
  return Math.min(addMinutes(from, IDLE_MINUTES).getTime(), Date.parse(expiresAt));
}
