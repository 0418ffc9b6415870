import assert from "node:assert/strict";
import fc from "fast-check";
import { fold, foldNumber, foldPhone, phonesOf, truncate, wordsOf } from "@/db/text/fold.ts";

const ALIKE: Record<string, readonly string[]> = {
  "tsepo": [
    "Ts'epo",
    "TS’EPO",
    "ts‘epo",
    "tšepo",
    "Tšepo",
    "Ts`epo",
    "Ts´epo",
    "Tsʼepo",
    "Tsʻepo",
    "Tsʽepo",
    "Ts‛epo",
    "Ts′epo",
    "Ts＇epo",
    "  tse-po ",
    "ｔｓｅｐｏ",
  ],
  "mamosa": ["'Mamosa", "’mamosa", "MAMOSA", "Ma-mosa", "Ma‑mosa", "Ma‐mosa"],
  "nandu khotso": ["Ñandú  Khotso", "ñandú\tkhotso", "NANDU, khotso.", "ñandú/khotso", "(Nandu) khotso"],
  "fiona": ["ﬁona", "Fi\u0301ona"],
  "ж": ["Ж"],
  "": ["", " ", "-", "''", "\u0301", "…", "\ud800"],
};

Deno.test("text is folded without case, diacritics, apostrophes, hyphens and width", () => {
  for (const [folded, texts] of Object.entries(ALIKE)) {
    for (const text of texts) assert.equal(fold(text), folded, JSON.stringify(text));
  }
});

Deno.test("what is no letter and no digit parts words, and words are parted once", () => {
  assert.deepEqual(wordsOf("Mokoena, Thabo (jnr.) 2nd"), ["mokoena", "thabo", "jnr", "2nd"]);
  assert.deepEqual(wordsOf("a_b+c.d/e\u00a0f\u3000g"), ["a", "b", "c", "d", "e", "f", "g"]);
  assert.deepEqual(wordsOf("?!"), []);
});

const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: "grapheme" }),
  fc.string({
    unit: fc.constantFrom(
      "A",
      "b",
      "Š",
      "s",
      " ",
      "'",
      "´",
      "-",
      "\u0301",
      "Σ",
      "İ",
      "ﬁ",
      "各",
      "𝕬",
      "\ud800",
    ),
  }),
);

Deno.test("folded text is folded", () => {
  fc.assert(fc.property(anyText, (text) => assert.equal(fold(fold(text)), fold(text))), { numRuns: 2_000 });
});

Deno.test("folded text is letters and digits, in words parted by one space", () => {
  fc.assert(
    fc.property(anyText, (text) => assert.match(fold(text), /^(?:[\p{L}\p{N}]+(?: [\p{L}\p{N}]+)*)?$/u)),
    {
      numRuns: 2_000,
    },
  );
});

Deno.test("a name of plain letters is folded as any other is", () => {
  const plain = fc.string({ unit: fc.constantFrom(..."aZkI09 ") });
  fc.assert(fc.property(plain, (text) => assert.equal(fold(text), fold(`${text}\u0301 `))));
});

Deno.test("file numbers are without what parts them", () => {
  for (const number of ["KB/77-a", "kb77A", "KB-77/A", "kb 77 a"]) assert.equal(foldNumber(number), "kb77a");
});

Deno.test("a number of Lesotho is eight digits, however it is dialled", () => {
  const written = [
    "5811 1111",
    "+26658111111",
    "00266 5811-1111",
    "(+266) 58.11.11.11",
    "058111111",
    "58111111",
  ];
  for (const phone of written) assert.equal(foldPhone(phone), "58111111", phone);
});

Deno.test("a number of another country keeps its prefix, and the number at home is its end", () => {
  assert.equal(foldPhone("+27 82 123 4567"), "27821234567");
  assert.equal(foldPhone("0027821234567"), "27821234567");
  assert.ok(foldPhone("+27821234567").endsWith(foldPhone("082 123 4567")));
  assert.equal(foldPhone("2665811"), "2665811", "too short to be a number with a prefix");
  assert.equal(foldPhone("266581111112"), "266581111112", "too long");
});

const CONTACTS: Record<string, readonly string[]> = {
  "58111111 or 6222 2222": ["58111111", "62222222"],
  "58111111/62222222": ["58111111", "62222222"],
  "58111111, 62222222; 6333-3333": ["58111111", "62222222", "63333333"],
  "+266 5811 1111 +266 6222 2222": ["58111111", "62222222"],
  "5811–1111": ["58111111"], // en dash
  "5811\u20111111 / 6222\u20102222": ["58111111", "62222222"],
  "58111111 62222222": ["58111111", "62222222"],
  "5811 1111 6222 2222": ["58111111", "62222222"],
  "58111111-62222222": ["58111111", "62222222"],
  "58111111 – 62222222 (63333333)": ["58111111", "62222222", "63333333"],
  "266 5811 1111  00266 6222 2222": ["58111111", "62222222"],
  "+27 82 123 4567": ["27821234567"],
  "+44 1234 5678 901": ["4412345678901"], // a whole number at first sight, but no other follows
  "58111111 12": ["5811111112"],
  "5811111 16222222": ["581111116222222"], // nowhere is there a whole number before a gap
  "mother: 00266 5811 1111": ["58111111"],
  "ask at the shop": [],
  "": [],
  "chief 7": ["7"],
};

Deno.test("contact details give the numbers that are in them", () => {
  for (const [contact, phones] of Object.entries(CONTACTS)) {
    assert.deepEqual(phonesOf(contact), phones, contact);
  }
});

Deno.test("no contact details take long, however many digits and gaps are in them", () => {
  for (const text of ["0 ", "1 ", "58111111 ", "1–", "("]) {
    const digits = text.replace(/\D/g, "");
    const found = phonesOf(text.repeat(100_000));
    assert.ok(found.length === 0 ? digits === "" || digits === "0" : found.length >= 1, text);
  }
});

Deno.test("text is cut between letters, never through one", () => {
  assert.equal(truncate("𐐗𐐲𐑌", 2), "𐐗𐐲");
  assert.equal(truncate("ab", 2), "ab");
  assert.equal(truncate("abc", 2), "ab");
  fc.assert(fc.property(fc.string({ unit: "binary" }), fc.nat({ max: 20 }), (text, letters) => {
    const beginning = truncate(text, letters);
    assert.ok(text.startsWith(beginning));
    assert.equal([...beginning].length, Math.min(letters, [...text].length));
  }));
});
