/** OWASP's recommendation for Argon2id (Password Storage Cheat Sheet): 19 MiB, 2 passes, 1 lane. About 95 ms. */
export const MEMORY_KIB = 19_456;
export const PASSES = 2;
export const PARALLELISM = 1;
const HASH_BYTES = 32;

/** Argon2id, version 1.3 (RFC 9106): 32 bytes. By the runtime off the main thread, or where it has none by WebAssembly. */
export function argon2id(password: string, salt: Uint8Array): Promise<Uint8Array> {
  return nativeIsThere() ? native(password, salt) : inWebAssembly(password, salt);
}

// WebCrypto's Argon2 is newer than its types.
interface Argon2Subtle {
  importKey(
    format: "raw-secret",
    key: Uint8Array,
    name: "Argon2id",
    extractable: false,
    usages: ["deriveBits"],
  ): Promise<CryptoKey>;
  deriveBits(parameters: Argon2Parameters, key: CryptoKey, bits: number): Promise<ArrayBuffer>;
}
interface Argon2Parameters {
  readonly name: "Argon2id";
  readonly nonce: Uint8Array;
  readonly memory: number;
  readonly passes: number;
  readonly parallelism: number;
}

async function native(password: string, salt: Uint8Array): Promise<Uint8Array> {
  const subtle = crypto.subtle as unknown as Argon2Subtle;
  const secret = new TextEncoder().encode(password);
  const key = await subtle.importKey("raw-secret", secret, "Argon2id", false, ["deriveBits"]);
  const parameters = { memory: MEMORY_KIB, passes: PASSES, parallelism: PARALLELISM };
  const bits = await subtle.deriveBits({ name: "Argon2id", nonce: salt, ...parameters }, key, HASH_BYTES * 8);
  return new Uint8Array(bits);
}

/** The same bytes, but it blocks the event loop. */
export async function inWebAssembly(password: string, salt: Uint8Array): Promise<Uint8Array> {
  const wasm = await import("hash-wasm");
  const parameters = { memorySize: MEMORY_KIB, iterations: PASSES, parallelism: PARALLELISM };
  return wasm.argon2id({ password, salt, ...parameters, hashLength: HASH_BYTES, outputType: "binary" });
}

function nativeIsThere(): boolean {
  const { supports } = SubtleCrypto as unknown as { supports?: (operation: string, name: string) => boolean };
  return supports?.("importKey", "Argon2id") ?? false;
}
