import { Buffer } from "node:buffer";
import assert from "node:assert/strict";
import { newSlotDocument, type SlotDocument, slotDocument, unlock, WrongKey } from "@/db/crypto/slots.ts";

const NOW = "2026-03-02T06:15:00.000Z";
const SECRET = new Uint8Array(32).fill(5);
const WRONG = new Uint8Array(32).fill(6);

Deno.test("the right secret opens its slot, always to the same master key", () => {
  const document = make();
  const master = unlock(document, "evaluation", SECRET);
  assert.equal(master.length, 32);
  assert.deepEqual(unlock(throughJson(document), "evaluation", SECRET), master);
});

Deno.test("every document has a master key and a database of its own", () => {
  const [one, other] = [make(), make()];
  assert.notEqual(one.database, other.database);
  assert.notDeepEqual(unlock(one, "evaluation", SECRET), unlock(other, "evaluation", SECRET));
});

Deno.test("the document opens nothing alone: no key is in it", () => {
  const document = make();
  const text = JSON.stringify(document);
  for (const key of [SECRET, unlock(document, "evaluation", SECRET)]) {
    for (const spelling of ["hex", "base64", "base64url"] as const) {
      assert.ok(!text.includes(Buffer.from(key).toString(spelling).replace(/=+$/, "")), spelling);
    }
  }
});

Deno.test("the right secret opens its slot among others of its kind", () => {
  const [one, other] = [make(), make()];
  const both = { ...one, slots: [...other.slots, ...one.slots] };
  assert.deepEqual(unlock(both, "evaluation", SECRET), unlock(one, "evaluation", SECRET));
});

Deno.test("a wrong secret opens nothing", () => {
  const almost = SECRET.with(31, 4);
  for (const secret of [WRONG, almost, new Uint8Array(32), new Uint8Array(0), SECRET.slice(0, 31)]) {
    assertWrongKey(make(), secret);
  }
});

Deno.test("a slot of one kind does not open as another", () => {
  assert.throws(() => unlock(make(), "key", SECRET), WrongKey);
  assert.throws(() => unlock({ ...make(), slots: [] }, "evaluation", SECRET), WrongKey);
});

Deno.test("the sentinel of another database's document is refused", () => {
  assertWrongKey({ ...make(), sentinel: make().sentinel });
  assertWrongKey({ ...make(), slots: make().slots });
});

const TAMPERINGS: Record<string, (document: SlotDocument) => SlotDocument> = {
  "page_encryption": (document) => ({ ...document, page_encryption: !document.page_encryption }),
  "database": (document) => ({ ...document, database: crypto.randomUUID() }),
  "slot id": (document) => withSlot(document, { id: crypto.randomUUID() }),
  "created_at": (document) => withSlot(document, { created_at: "2026-03-02T06:15:00.001Z" }),
  "kind": (document) => withSlot(document, { kind: "key" }),
};

for (const [field, tamper] of Object.entries(TAMPERINGS)) {
  Deno.test(`a document whose ${field} was edited opens nothing`, () => {
    const edited = tamper(make());
    for (const kind of ["evaluation", "key"] as const) {
      assert.throws(() => unlock(edited, kind, SECRET), WrongKey);
    }
  });
}

Deno.test("a document with a byte of a wrapped key or of the sentinel changed opens nothing", () => {
  const document = make();
  const [wrapped, sentinel] = [document.slots[0]!.wrapped, document.sentinel];
  for (let at = 0; at < Buffer.from(wrapped, "base64").length; at++) {
    assertWrongKey(withSlot(document, { wrapped: withByteChanged(wrapped, at) }));
    assertWrongKey({ ...document, sentinel: withByteChanged(sentinel, at) });
  }
  assertWrongKey(withSlot(document, { wrapped: "" }));
  assertWrongKey({ ...document, sentinel: "" });
});

Deno.test("unlocking changes nothing of the document, whether it succeeds or not", () => {
  const document = make();
  const before = structuredClone(document);
  unlock(document, "evaluation", SECRET);
  assertWrongKey(document, WRONG);
  assert.deepEqual(document, before);
});

Deno.test("a document of another format, or with more or less in it, is not read", () => {
  const document = make();
  const { sentinel: _sentinel, ...less } = document;
  const others = [
    { ...document, format: 2 },
    { ...document, more: 1 },
    less,
    { ...document, slots: [] },
    null,
  ];
  for (const other of others) assert.equal(slotDocument.safeParse(other).success, false);
  assert.deepEqual(slotDocument.parse(throughJson(document)), document);
});

function make(): SlotDocument {
  return newSlotDocument("evaluation", SECRET, true, NOW);
}

function assertWrongKey(document: SlotDocument, secret = SECRET): void {
  assert.throws(() => unlock(document, "evaluation", secret), WrongKey);
}

function withSlot(document: SlotDocument, fields: Partial<SlotDocument["slots"][number]>): SlotDocument {
  return { ...document, slots: [{ ...document.slots[0]!, ...fields }] };
}

function withByteChanged(base64: string, at: number): string {
  const bytes = Buffer.from(base64, "base64");
  bytes[at]! ^= 0x10;
  return bytes.toString("base64");
}

function throughJson(document: SlotDocument): SlotDocument {
  return JSON.parse(JSON.stringify(document));
}
