import { Buffer } from "node:buffer";
import assert from "node:assert/strict";
import { newSlotDocument, slotDocument, unlock, WrongKey } from "@/db/crypto/slots.ts";

const SECRET = new Uint8Array(32).fill(5);

Deno.test("a document whose base64 has spare bits set, or whose envelope names another key, opens nothing", () => {
  const document = newSlotDocument("evaluation", SECRET, true, "2026-03-02T06:15:00.000Z");
  for (const tamper of [withSpareBit, (text: string) => withByteChanged(text, 4)]) {
    const sentinel = { ...document, sentinel: tamper(document.sentinel) };
    const [slot] = document.slots;
    const wrapped = { ...document, slots: [{ ...slot!, wrapped: tamper(slot!.wrapped) }] };
    for (const edited of [sentinel, wrapped]) {
      assert.throws(() => unlock(slotDocument.parse(edited), "evaluation", SECRET), WrongKey);
    }
  }
});

function withSpareBit(base64: string): string {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const last = base64.replace(/=+$/, "").length - 1;
  return base64.slice(0, last) + letters[letters.indexOf(base64[last]!) ^ 1] + base64.slice(last + 1);
}

function withByteChanged(base64: string, at: number): string {
  const bytes = Buffer.from(base64, "base64");
  bytes[at]! ^= 0x10;
  return bytes.toString("base64");
}
