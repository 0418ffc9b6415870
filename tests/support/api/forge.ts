import { Buffer } from "node:buffer";
import { createHmac } from "node:crypto";
import type { Clinic } from "@/clinic/clinic.ts";

/** What a token is made of. `secret` and `hash` sign it; without a secret it has no signature. */
export interface Forged {
  readonly header: Record<string, unknown>;
  readonly claims: Record<string, unknown>;
  readonly secret: Uint8Array | undefined;
  readonly hash: "sha256" | "sha384" | "sha512";
}

/** The parts of a token of the clinic, to be changed and put together again by write(). */
export function read(clinic: Clinic, token: string): Forged {
  const [header, claims] = token.split(".").slice(0, 2).map((part) =>
    JSON.parse(Buffer.from(part, "base64url").toString())
  );
  return { header, claims, secret: clinic.store.keys.currentSigningKey.secret, hash: "sha256" };
}

/** A token, compact JWS. */
export function write({ header, claims, secret, hash }: Forged): string {
  const input = `${encoded(header)}.${encoded(claims)}`;
  return `${input}.${secret ? createHmac(hash, secret).update(input).digest("base64url") : ""}`;
}

function encoded(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}
