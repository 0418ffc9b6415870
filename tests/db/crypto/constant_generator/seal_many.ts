import { Buffer } from "node:buffer";
import { seal } from "@/db/crypto/seal.ts";
import { DATABASE, KEY, PLACE } from "@/tests/support/db/sealing.ts";

/** Seals as many different records as the first argument says, and prints how many different nonces they got. */
const count = Number(Deno.args[0]);
const nonces = new Set<string>();
for (let i = 0; i < count; i++) nonces.add(nonceOf(PLACE.version + (i % 5), `record ${i - i % 5}`));
const repeated = nonceOf(1, "same") === nonceOf(1, "same");
console.log(JSON.stringify({ of: count, distinct: nonces.size, repeated }));

function nonceOf(version: number, record: string): string {
  const sealed = seal(DATABASE, KEY, { ...PLACE, version }, record);
  return Buffer.from(sealed.buffer, 5, 12).toString("latin1");
}
