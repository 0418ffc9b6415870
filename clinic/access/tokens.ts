import { Buffer } from "node:buffer";
import { decodeProtectedHeader, errors, type JWTPayload, jwtVerify, SignJWT } from "jose";
import { LRUCache } from "lru-cache";
import { z } from "zod";
import type { KeyRing, SigningKey } from "@/db/crypto/key_ring.ts";
import { ClinicError } from "@/clinic/errors.ts";
import { roles } from "@/clinic/roles.ts";

/** What a token is for: the API's two, and the console's cookie. One is never taken for another. */
export type TokenType = "access" | "refresh" | "console";

const claims = z.object({
  token_type: z.enum(["access", "refresh", "console"]),
  jti: z.string(),
  sub: z.string(),
  user_id: z.string(),
  role: z.enum(roles),
  sid: z.string(),
  iss: z.string(),
  aud: z.string(),
  iat: z.int(),
  exp: z.int(),
});
export type Claims = z.infer<typeof claims>;

/** What a new token says; the rest is added when it is signed. */
export type NewClaims = Pick<Claims, "token_type" | "jti" | "user_id" | "role" | "sid"> & {
  /** Instants. */
  readonly issuedAt: Date;
  readonly expiresAt: Date;
};

const ALGORITHM = "HS256"; // the only one, whatever a token's header asks for
const CLOCK_TOLERANCE_S = 30;
const AUDIENCE = "dovms";
const MAX_CACHED_TOKENS = 10_000;

/** Signs and verifies tokens with the signing keys of one database. */
export class Tokens {
  readonly #issuer: string;
  readonly #verified = new LRUCache<string, Claims>({ max: MAX_CACHED_TOKENS });

  constructor(databaseId: string, private readonly keys: KeyRing, private readonly now: () => Date) {
    this.#issuer = `urn:dovms:${databaseId}`;
  }

  /** A signed token, compact JWS. */
  sign({ issuedAt, expiresAt, ...content }: NewClaims): Promise<string> {
    const { kid, secret } = this.keys.currentSigningKey;
    return new SignJWT(content).setProtectedHeader({ alg: ALGORITHM, kid, typ: "JWT" })
      .setSubject(content.user_id).setIssuer(this.#issuer).setAudience(AUDIENCE)
      .setIssuedAt(issuedAt).setExpirationTime(expiresAt).sign(secret);
  }

  /**
   * The claims of a token of this type. Verified tokens are cached (jose verifies 13,000 a second), but expiry is checked
   * every time. Whether the session has ended is for the caller to check.
   * @throws ClinicError token_invalid | token_expired
   */
  async verify(token: string, type: TokenType): Promise<Claims> {
    const known = this.#verified.get(token) ?? await this.#verify(token);
    if (known.token_type !== type) throw new ClinicError("token_invalid");
    if (known.exp + CLOCK_TOLERANCE_S <= this.now().getTime() / 1_000) throw new ClinicError("token_expired");
    this.#verified.set(token, known);
    return known;
  }

  async #verify(token: string): Promise<Claims> {
    try {
      const { payload } = await verifySignature(token, this.keys.signing, {
        issuer: this.#issuer,
        audience: AUDIENCE,
        currentDate: this.now(),
      });
      return claims.parse(payload);
    } catch (error) {
      throw new ClinicError(error instanceof errors.JWTExpired ? "token_expired" : "token_invalid");
    }
  }
}

/** What must be true of a token besides its signature. */
interface Expected {
  readonly issuer: string;
  readonly audience: string;
  readonly currentDate: Date;
}

/**
 * Verifies with the key that the header names by id, and by HS256 alone. Keys that a token brings along or points to
 * (jwk, jku, x5c, x5u) are never used.
 */
export function verifySignature(
  token: string,
  keys: readonly SigningKey[],
  expected: Expected,
): Promise<{ payload: JWTPayload }> {
  if (!token.split(".").every(isCanonical)) {
    throw new errors.JWSInvalid("not base64url as RFC 7515 writes it");
  }
  const { kid } = decodeProtectedHeader(token);
  const key = keys.find((known) => known.kid === kid);
  if (!key) throw new errors.JWSSignatureVerificationFailed();
  return jwtVerify(token, key.secret, {
    algorithms: [ALGORITHM],
    clockTolerance: CLOCK_TOLERANCE_S,
    ...expected,
  });
}

/** Padding, spaces and set spare bits would give one token many spellings: only the one that sign() writes is accepted. */
function isCanonical(part: string): boolean {
  return Buffer.from(part, "base64url").toString("base64url") === part;
}
