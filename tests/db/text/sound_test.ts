import assert from "node:assert/strict";
import fc from "fast-check";
import { fold } from "@/db/text/fold.ts";
import { soundOf } from "@/db/text/sound.ts";

/** By the differences of the two spellings, as people write them: all of a line sound the same. */
const ALIKE: Record<string, readonly (readonly string[])[]> = {
  "oe and oa are we and wa": [
    ["Moeti", "Mweti"],
    ["Lesoalo", "Leswalo"],
    ["Khoali", "Khwali"],
    ["Oetsi", "Wetsi"],
    ["Sekhoele", "Sekhwele"],
  ],
  "ea and eo are ya and yo": [
    ["Mpeo", "Mpyo"],
    ["Leabua", "Lyabua"],
    ["Eona", "Yona"],
    ["Realeboha", "Ryaleboha"],
  ],
  "li and lu are di and du": [
    ["Lipuo", "Dipuo"],
    ["Lula", "Duda"],
    ["Malintle", "Madintle"],
    ["Liphapang", "Diphapang"],
  ],
  "'m and 'n are mm and nn": [["'Mota", "Mmota"], ["’Nete", "Nnete"], ["M'e", "Mme"], [
    "'Makhotso",
    "Mmakhotso",
  ]],
  "kh is kg": [["Khauhelo", "Kgauhelo"], ["Makhala", "Makgala"], ["Khosi", "Kgosi"], ["Sekhobo", "Sekgobo"]],
  "h between vowels is g": [["Mohau", "Mogau"], ["Tlohelang", "Tlogelang"], ["Bohale", "Bogale"]],
  "ch is tjh": [["Sechaba", "Setjhaba"], ["Chabane", "Tjhabane"], ["Lechesa", "Letjhesa"]],
  "tš and ts' are tsh": [["Pontšo", "Pontsho"], ["Ts'eliso", "Tsheliso"], [
    "Motšelisi",
    "Motshelisi",
    "Motselisi",
  ]],
  "ph and th are misheard as p and t": [
    ["Phomolo", "Pomolo"],
    ["Thuto", "Tuto"],
    ["Mathapelo", "Matapelo"],
    ["Seipati", "Seiphati"],
  ],
  "h is dropped after t, p and k": [["Thulo", "Tulo"], ["Khaketla", "Kaketla"], ["Mpho", "Mpo"]],
  "u is w and i is y at an end": [["Tau", "Taw"], ["Tsoeu", "Tswew"], ["Emili", "Emily"]],
  "letters that English writes in more than one way": [["Qobela", "Kobela"], ["Zakaria", "Sakaria"]],
  "doubled letters": [["Nyakallo", "Nyakalo"], ["Sello", "Selo"], ["Seeng", "Seng"], ["Ntate", "Nntatte"]],
};

for (const [rule, lines] of Object.entries(ALIKE)) {
  Deno.test(`one sound: ${rule}`, () => {
    for (const spellings of lines) {
      const sounds = spellings.map((spelling) => soundOf(fold(spelling)));
      assert.deepEqual(new Set(sounds).size, 1, `${spellings} sound ${sounds}`);
    }
  });
}

const DIFFERENT = [
  ["Thabo", "Thabiso", "Thebe", "Lebo"],
  ["Palesa", "Pulesa", "Paleka"],
  ["Mokoena", "Makoa", "Mokone", "Mokhele", "Mokete"],
  ["Neo", "Nao", "Mneo"],
  ["Lerato", "Lerata", "Leratoe"],
  ["Tau", "Tao", "Tsau"],
  ["Hlompho", "Lompho", "Hlompha"],
  ["Sechaba", "Sekhaba", "Setsaba"],
  ["Mohapi", "Mokapi", "Moapi"],
  ["Ntai", "Mtai", "Tai"],
  ["Puseletso", "Paseletso", "Pusetso"],
  ["Bokang", "Bonang", "Bokane"],
];

Deno.test("different names sound different", () => {
  for (const names of DIFFERENT) {
    const sounds = names.map((name) => soundOf(fold(name)));
    assert.equal(new Set(sounds).size, names.length, `${names} sound ${sounds}`);
  }
});

Deno.test("every word has a sound, no longer than the word", () => {
  const anyWord = fc.oneof(
    fc.string({ unit: fc.constantFrom(..."aeiouhwytjcgkdlsznm"), minLength: 1 }),
    fc.string({ unit: "grapheme", minLength: 1 }).map(fold).filter((word) =>
      word !== "" && !word.includes(" ")
    ),
  );
  fc.assert(
    fc.property(anyWord, (word) => {
      const sound = soundOf(word);
      assert.notEqual(sound, "");
      assert.ok(sound.length <= word.length);
    }),
    { numRuns: 2_000 },
  );
});
