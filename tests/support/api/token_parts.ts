import { Buffer } from "node:buffer";
import { createHmac } from "node:crypto";
import type { Clinic } from "@/clinic/clinic.ts";

/** The parts of a token. `secret` and `hash` sign it; without a secret it has no signature. */
export interface TokenParts {
  readonly header: Record<string, unknown>;
  readonly claims: Record<string, unknown>;
  readonly secret: Uint8Array | undefined;
  readonly hash: "sha256" | "sha384" | "sha512";
}

/** The parts of one of the clinic's tokens, to be forged and put together again by signToken(). */
export function parseToken(clinic: Clinic, token: string): TokenParts {
  const [header, claims] = token.split(".").slice(0, 2).map((part) =>
    JSON.parse(Buffer.from(part, "base64url").toString())
  );
  return { header, claims, secret: clinic.store.keys.currentSigningKey.secret, hash: "sha256" };
}

/** A token, compact JWS. */
export function signToken({ header, claims, secret, hash }: TokenParts): string {
  const input = `${encoded(header)}.${encoded(claims)}`;
  return `${input}.${secret ? createHmac(hash, secret).update(input).digest("base64url") : ""}`;
}

function encoded(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}
