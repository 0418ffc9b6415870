/**
 * Project Wycheproof's test vectors are read from outside the repository, because of their size: from ../shared/vectors
 * beside it. Without that folder the tests that need them are ignored, and their names say why.
 */
import { Buffer } from "node:buffer";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const FOLDER = join(import.meta.dirname!, "../../../../shared/vectors");

/** The test vectors of one Wycheproof file, group by group. */
export interface VectorGroup<Case> {
  readonly tests: readonly (Case & { readonly tcId: number; readonly result: "valid" | "invalid" })[];
}

/**
 * A test over a file of Wycheproof's vectors, ignored where it is not there.
 *
 * @param judge checks every case of all groups and has to count them, so that the test cannot pass by running none
 */
export function testVectors<Group extends VectorGroup<unknown>>(
  name: string,
  file: string,
  judge: (groups: readonly Group[]) => void | Promise<void>,
): void {
  const path = join(FOLDER, file);
  const isThere = existsSync(path);
  Deno.test({
    name: `Wycheproof ${file}: ${name}${isThere ? "" : ` (needs ../shared/vectors/${file})`}`,
    ignore: !isThere,
    fn: () => judge(read(path)),
  });
}

function read<Group>(path: string): Group[] {
  return JSON.parse(readFileSync(path, "utf8")).testGroups;
}

/** The bytes that `text` spells in hexadecimal. */
export function hex(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, "hex"));
}

/** `bytes` in hexadecimal, for messages that can be compared with the sources of the vectors. */
export function toHex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}
