import assert from "node:assert/strict";
import { readEmbedded } from "@/tasks/embedded.ts";

Deno.test("an executable in which nothing is embedded is refused", () => {
  assert.throws(() => readEmbedded(new Uint8Array(100)), /nothing is embedded/);
  assert.throws(() => readEmbedded(bytes("d3n0l4nd")), /nothing is embedded/);
});

Deno.test("a section is read back: settings, tree and data", () => {
  const { metadata, tree, data } = readEmbedded(section("d3n0l4nd"));
  assert.equal(metadata.entrypoint_key, "main.ts");
  assert.deepEqual(tree, [{ File: { n: "main.ts", o: [0, 4] } }]);
  assert.equal(new TextDecoder().decode(data), "code");
});

Deno.test("a section that was cut short is refused", () => {
  assert.throws(() => readEmbedded(section("d3n0....")), /does not end with its marker/);
});

function section(end: string): Uint8Array<ArrayBuffer> {
  return join([
    bytes("Deno's own code, which says d3n0l4nd too. d3n0l4nd"),
    ...[sized('{"entrypoint_key":"main.ts"}'), sized("")],
    new Uint8Array(3 * 4), // no specifiers, no redirects, no remote modules
    ...[sized('[{"File":{"n":"main.ts","o":[0,4]}}]'), sized("code")],
    bytes(end),
  ]);
}

function sized(text: string): Uint8Array<ArrayBuffer> {
  const length = new BigUint64Array([BigInt(text.length)]);
  return join([new Uint8Array(length.buffer), bytes(text)]);
}

function bytes(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

function join(parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}
