import { Buffer } from "node:buffer";
import { randomBytes, timingSafeEqual } from "node:crypto";
import pLimit from "p-limit";
import { ClinicError } from "@/clinic/errors.ts";
import { argon2id, MEMORY_KIB, PARALLELISM, PASSES } from "./argon2id.ts";

const MAX_CONCURRENT = 4; // 19 MiB and a thread each
const MAX_WAITING = 64; // seconds of work: more would wait longer than anybody does

/**
 * Hashes passwords with Argon2id, off the main thread and a few at a time, so that a flood of sign-ins holds up nothing
 * but sign-ins.
 */
export class Passwords {
  readonly #limit = pLimit(MAX_CONCURRENT);

  /** A PHC string, `$argon2id$v=19$m=…,t=…,p=…$salt$hash`. @throws ClinicError busy */
  async hash(password: string): Promise<string> {
    const salt = randomBytes(16);
    const digest = await this.#run(password, salt);
    const parameters = `m=${MEMORY_KIB},t=${PASSES},p=${PARALLELISM}`;
    return `$argon2id$v=19$${parameters}$${toUnpaddedBase64(salt)}$${toUnpaddedBase64(digest)}`;
  }

  /**
   * Whether `password` is the one that was hashed. Without a hash (an unknown user) the same work is done and the answer
   * is false, so that the time it takes does not tell which usernames exist. @throws ClinicError busy
   */
  async verify(password: string, hash: string | undefined): Promise<boolean> {
    const [salt, digest] = (hash ?? UNMATCHABLE_HASH).split("$").slice(-2) as [string, string];
    const computed = await this.#run(password, Buffer.from(salt, "base64"));
    return timingSafeEqual(computed, Buffer.from(digest, "base64")) && hash !== undefined;
  }

  #run(password: string, salt: Uint8Array): Promise<Uint8Array> {
    if (this.#limit.pendingCount >= MAX_WAITING) throw new ClinicError("busy");
    return this.#limit(() => argon2id(password.normalize("NFC"), salt));
  }
}

/** A hash that no password has, for usernames that do not exist. */
const UNMATCHABLE_HASH = `$${toUnpaddedBase64(new Uint8Array(16))}$${toUnpaddedBase64(new Uint8Array(32))}`;

function toUnpaddedBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64").replaceAll("=", "");
}
