import { randomBytes } from "node:crypto";
import { z } from "zod";
import { fromBase64, toBase64 } from "./base64.ts";
import { subkey } from "./derive.ts";
import type { SealingKey } from "./seal.ts";

/**
 * The contents of the sealed key ring: every key by its id, the newest last. Secrets are base64 of 32 bytes. What belongs in
 * crypto/ is cryptography without SQL: keys, sealing, digests. Every use of a subkey is listed in derive.ts.
 */
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
  /** Seals pages of the name index. Only the newest: pages sealed by an older one are built again. */
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

  /** The newest data key. */
  get currentSealingKey(): SealingKey {
    return this.#current;
  }

  /** The newest key for signing tokens. */
  get currentSigningKey(): SigningKey {
    return this.signing.at(-1)!;
  }

  /** The newest key for digests. */
  get currentTagKey(): TagKey {
    return this.tags.at(-1)!;
  }

  /** A data key, old or new, by its id. */
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

/** The two keys that seal, derived from the secret of a data key or from another subkey. */
export function sealingKey(id: number, secret: Uint8Array): SealingKey {
  return { id, record: subkey(secret, "record"), nonce: subkey(secret, "nonce") };
}

function randomSecret(): string {
  return toBase64(randomBytes(32));
}
