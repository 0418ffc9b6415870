import { randomBytes } from "node:crypto";
import { z } from "zod";
import { fromBase64, toBase64 } from "./base64.ts";
import { subkey } from "./derive.ts";
import type { SealingKey } from "./seal.ts";

/** What the sealed key ring holds: every key by its id, the newest last. Secrets are base64 of 32 bytes. */
const contents = z.strictObject({
  data: z.array(z.strictObject({ id: z.int().positive(), secret: z.string() })).min(1),
  signing: z.array(z.strictObject({ kid: z.string(), secret: z.string() })).min(1),
  tags: z.array(z.strictObject({ epoch: z.int().positive(), secret: z.string() })).min(1),
  audit: z.string(),
});
export type KeyRingContents = z.infer<typeof contents>;

/** A token signing key, HS256. */
export interface SigningKey {
  readonly kid: string;
  readonly secret: Uint8Array;
}

/** A key for digests of file numbers and names. Rotation can hold two epochs at once. */
export interface TagKey {
  readonly epoch: number;
  readonly secret: Uint8Array;
}

/** The keys of one database, unwrapped and in memory. */
export class KeyRing {
  readonly signing: readonly SigningKey[];
  readonly tags: readonly TagKey[];
  readonly audit: Uint8Array;
  readonly change: Uint8Array;
  /** Only of the newest signing key: a form that is open while keys rotate is shown again to be sent once more. */
  readonly formToken: Uint8Array;
  /** Seals pages of the name index; only the newest, since what an older one sealed is simply made again. */
  readonly page: SealingKey;
  readonly #sealing: Map<number, SealingKey>;
  readonly #current: SealingKey;

  /** @throws z.ZodError | SyntaxError when `ringContents` is no key ring of this version. */
  constructor(ringContents: unknown) {
    const { data, signing, tags, audit } = contents.parse(ringContents);
    this.signing = signing.map(({ kid, secret }) => ({ kid, secret: fromBase64(secret, 32) }));
    this.tags = tags.map(({ epoch, secret }) => ({ epoch, secret: fromBase64(secret, 32) }));
    this.audit = subkey(fromBase64(audit, 32), "audit");
    this.change = subkey(fromBase64(audit, 32), "change");
    this.formToken = subkey(this.currentSigningKey.secret, "form-token");
    this.#sealing = new Map(data.map(({ id, secret }) => [id, sealingKey(id, fromBase64(secret, 32))]));
    this.#current = this.#sealing.get(data.at(-1)!.id)!;
    this.page = { ...this.#current, record: subkey(fromBase64(data.at(-1)!.secret, 32), "name-index") };
  }

  /** The key that seals now. */
  get currentSealingKey(): SealingKey {
    return this.#current;
  }

  /** The key that tokens are signed with now. */
  get currentSigningKey(): SigningKey {
    return this.signing.at(-1)!;
  }

  /** The key of today's digests. */
  get currentTagKey(): TagKey {
    return this.tags.at(-1)!;
  }

  /** Any key that sealed something, by its id. */
  readonly sealingKey = (id: number): SealingKey | undefined => this.#sealing.get(id);
}

/** A new ring with one key of each kind. */
export function newKeyRing(): KeyRingContents {
  return {
    data: [{ id: 1, secret: randomSecret() }],
    signing: [{ kid: randomBytes(6).toString("hex"), secret: randomSecret() }],
    tags: [{ epoch: 1, secret: randomSecret() }],
    audit: randomSecret(),
  };
}

/** The pair of keys that seal with `secret`: of a data key, or of the master key for the ring itself. */
export function sealingKey(id: number, secret: Uint8Array): SealingKey {
  return { id, record: subkey(secret, "record"), nonce: subkey(secret, "nonce") };
}

function randomSecret(): string {
  return toBase64(randomBytes(32));
}
