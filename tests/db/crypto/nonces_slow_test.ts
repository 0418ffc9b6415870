import { Buffer } from "node:buffer";
import assert from "node:assert/strict";
import { join } from "node:path";
import tests from "@/tests/deno.json" with { type: "json" };
import { seal } from "@/db/crypto/seal.ts";
import { DATABASE, KEY, PLACE } from "@/tests/support/db/sealing.ts";

const SEALINGS = 1_000_000;

Deno.test(`[S40] ${SEALINGS.toLocaleString("en")} sealings of the same record repeat no nonce`, () => {
  const nonces = new Set<string>();
  for (let i = 0; i < SEALINGS; i++) nonces.add(nonceOf(seal(DATABASE, KEY, PLACE, { notes: "same" })));
  assert.equal(nonces.size, SEALINGS);
});

Deno.test("[S57] with a constant random generator 100,000 different records share no nonce", async () => {
  const { distinct, of, repeated } = await sealWithConstantGenerator(100_000);
  assert.equal(repeated, true, "the generator is not constant: the same record had two nonces");
  assert.equal(of, 100_000);
  assert.equal(distinct, of);
});

/**
 * Seals in a process of its own whose import map gives seal.ts, and nothing else, a node:crypto with a generator that
 * always fills in the same byte. The source under test is as it is.
 */
async function sealWithConstantGenerator(records: number) {
  const folder = await Deno.makeTempDir();
  const config = join(folder, "deno.json");
  await Deno.writeTextFile(config, JSON.stringify(configWithConstantGenerator()));
  const args = ["run", "--no-check", "--no-lock", "--allow-read", "--config", config, script, `${records}`];
  const output = await new Deno.Command(Deno.execPath(), { args, stderr: "inherit" }).output();
  await Deno.remove(folder, { recursive: true });
  return JSON.parse(new TextDecoder().decode(output.stdout));
}

const script = new URL("./constant_generator/seal_many.ts", import.meta.url).href;

function configWithConstantGenerator() {
  const generator = new URL("./constant_generator/crypto.ts", import.meta.url).href;
  const sealFile = new URL("../../../db/crypto/seal.ts", import.meta.url).href;
  const packages = Object.entries(tests.imports).filter(([, target]) => target.startsWith("npm:"));
  return {
    nodeModulesDir: "none",
    imports: Object.fromEntries(packages),
    scopes: { [sealFile]: { "node:crypto": generator } },
  };
}

function nonceOf(sealed: Uint8Array): string {
  return Buffer.from(sealed.buffer, 5, 12).toString("latin1");
}
