import assert from "node:assert/strict";
import { toEntry } from "@/db/name_index/rule/entry.ts";
import { soundOf } from "@/db/text/sound.ts";
import type { PatientRecord } from "@/db/tables/patients.ts";

const RECORD: PatientRecord = {
  full_name: "Ts'epo Mokoena-Letsie",
  date_of_birth: "1970-01-02",
  gender: "M",
  contact_details: "+266 5811 1111, 6222 2222",
  file_number: "KB/77-a",
};

Deno.test("an entry is the patient folded", () => {
  assert.deepEqual(toEntry("an id", RECORD), {
    id: "an id",
    words: ["tsepo", "mokoenaletsie"],
    sounds: ["tsepo", "mokoenaletsie"].map(soundOf),
    number: "kb77a",
    phones: ["58111111", "62222222"],
    birthDay: 1,
  });
});

Deno.test("words, sounds and phones are there once each", () => {
  const { words, sounds } = entry({ full_name: "Neo NEO Nneo" });
  assert.deepEqual([words, sounds], [["neo", "nneo"], [soundOf("neo")]]);
  assert.deepEqual(entry({ contact_details: "58111111 / +266 5811 1111" }).phones, ["58111111"]);
});

Deno.test("a name of many words gives 16, a long word 32 letters, whole ones", () => {
  const name = Array.from({ length: 20 }, (_, n) => `W${n}`).join(" ");
  assert.equal(entry({ full_name: name }).words.length, 16);
  assert.equal(entry({ full_name: "a".repeat(200) }).words[0], "a".repeat(32));
  assert.deepEqual(entry({ full_name: "𐐗".repeat(100) }).words, ["𐐿".repeat(32)]);
  assert.equal(entry({ file_number: "𐐗".repeat(40) }).number, "𐐿".repeat(32));
});

Deno.test("contact details give three numbers of 3 to 15 digits", () => {
  const many = "111, 222, 333, 444";
  assert.deepEqual(entry({ contact_details: many }).phones, ["111", "222", "333"]);
  assert.deepEqual(entry({ contact_details: "house 12, 7" }).phones, []);
  assert.deepEqual(entry({ contact_details: "1234567890123456789" }).phones, ["567890123456789"]);
});

Deno.test("days before 1970 are below 0", () => {
  assert.deepEqual(["1969-12-31", "1923-01-01"].map((day) => entry({ date_of_birth: day }).birthDay), [
    -1,
    -17_167,
  ]);
});

function entry(over: Partial<PatientRecord>) {
  return toEntry("an id", { ...RECORD, ...over });
}
