import { Buffer } from "node:buffer";
import assert from "node:assert/strict";
import { argon2id as wasm } from "hash-wasm";
import { argon2id, inWebAssembly, MEMORY_KIB, PARALLELISM, PASSES } from "@/clinic/access/argon2id.ts";

// RFC 9106 §5.3. hash-wasm takes no associated data, so the RFC's own vector goes to the runtime's Argon2id, and the two
// are held against each other without it.
const RFC_9106 = { memory: 32, passes: 3, parallelism: 4 };
const PASSWORD = new Uint8Array(32).fill(1);
const SALT = new Uint8Array(16).fill(2);
const SECRET = new Uint8Array(8).fill(3);
const DATA = new Uint8Array(12).fill(4);
const TAG = "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659";

Deno.test("RFC 9106 §5.3: the runtime's Argon2id gives the RFC's tag", async () => {
  assert.equal(await native({ ...RFC_9106, secretValue: SECRET, associatedData: DATA }), TAG);
});

Deno.test("hash-wasm and the runtime give the same with a secret", async () => {
  const { memory: memorySize, passes: iterations, parallelism } = RFC_9106;
  const parameters = { password: PASSWORD, salt: SALT, secret: SECRET, hashLength: 32 };
  const ofWasm = await wasm({ ...parameters, memorySize, iterations, parallelism, outputType: "hex" });
  assert.equal(ofWasm, await native({ ...RFC_9106, secretValue: SECRET }));
  assert.notEqual(ofWasm, await native(RFC_9106));
});

Deno.test("passwords hash to the same bytes by the program, by WebAssembly and by the runtime", async () => {
  const ours = { memory: MEMORY_KIB, passes: PASSES, parallelism: PARALLELISM };
  for (const password of ["Ts'epo 1966", " ", "pässwörd \u{1F511}", "x".repeat(200)]) {
    const hash = hexOf(await argon2id(password, SALT));
    assert.equal(hash, hexOf(await inWebAssembly(password, SALT)));
    assert.equal(hash, await native(ours, new TextEncoder().encode(password)));
  }
});

Deno.test("the parameters are OWASP's or better (19 MiB, 2 passes, 1 lane)", () => {
  assert.ok(MEMORY_KIB >= 19_456 && PASSES >= 2 && PARALLELISM >= 1);
});

type DeriveBits = (parameters: unknown, key: CryptoKey, bits: number) => Promise<ArrayBuffer>;

/** WebCrypto's Argon2id, which is newer than its types: 32 bytes in hexadecimal. */
async function native(parameters: Record<string, number | Uint8Array>, password = PASSWORD): Promise<string> {
  const subtle = crypto.subtle as unknown as { importKey: (...args: unknown[]) => Promise<CryptoKey> };
  const key = await subtle.importKey("raw-secret", password, "Argon2id", false, ["deriveBits"]);
  const { deriveBits } = crypto.subtle as unknown as { deriveBits: DeriveBits };
  const all = { name: "Argon2id", nonce: SALT, ...parameters };
  return hexOf(await deriveBits.call(crypto.subtle, all, key, 256));
}

function hexOf(bytes: ArrayBuffer | Uint8Array): string {
  return Buffer.from(bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes)).toString("hex");
}
