import fc from "fast-check";
import type { PatientRecord } from "@/db/tables/patients.ts";

/** An invented patient, but for the number that makes the file number their own. */
export interface Person {
  readonly name: string;
  readonly numberStyle: number;
  readonly contact: string;
}

/** The record of a person whose file number is made of `nth`. */
export function recordOf({ name, numberStyle, contact }: Person, nth: number): PatientRecord {
  return {
    full_name: name,
    date_of_birth: "1988-07-04",
    gender: "U",
    contact_details: contact,
    file_number: fileNumber(numberStyle, nth),
  };
}

/** `count` people: those given, and then mostly others, so that few of many are found by one word. */
export function* crowd(people: readonly Person[], from: number, count: number): Generator<Person> {
  for (let nth = 0; nth < count; nth++) {
    const person = people[nth % people.length]!;
    const isGiven = nth < people.length || nth % 20 === 0;
    yield isGiven ? person : { ...person, name: `${otherWord(from + nth)} ${otherWord(nth % 97)}` };
  }
}

/** A word for each number, of three or more syllables. */
function otherWord(number: number): string {
  const syllables = ["ba", "bu", "ja", "ju", "nya", "nyu", "pa", "pu", "va", "vu"];
  return [...String(number + 100)].map((digit) => syllables[Number(digit)]).join("");
}

/** No two are one number, whatever their styles. */
export function fileNumber(style: number, nth: number): string {
  return NUMBER_STYLES[style]!(nth);
}

export const NUMBER_STYLES: readonly ((nth: number) => string)[] = [
  (nth) => `OPD-${nth}`,
  (nth) => `${nth}`,
  (nth) => `KB/${nth}-a`,
  (nth) => `${nth}/2026`,
  (nth) => `Q 0${nth}`,
];

/** Few, and alike: both spellings, apostrophes, diacritics, doubled letters, digits, other scripts, astral letters. */
export const WORDS: readonly string[] = [
  ...["Thabo", "Tabo", "Thabiso", "Ts'epo", "Tšepo", "Tshepo", "Sepo", "Mokoena", "Mokwena", "Makoena"],
  ...["Refiloe", "Refilwe", "Relebohile", "Relebogile", "Lineo", "Dineo", "Neo", "Nneo", "Khotso", "Kgotso"],
  ...[
    "Katleho",
    "Katlego",
    "Lebohang",
    "Lebogang",
    "’Mamosa",
    "Mmamosa",
    "Mamello",
    "Mamelo",
    "Seeiso",
    "Seiso",
  ],
  ...["Retselisitsoe", "Retselisitswe", "Nthabiseng", "Ntabiseng", "Li", "Zoë", "Zoe", "José", "Neo-Khotso"],
  ...["Зоя", "Зоян", "李小龍", "李小", "زينب", "𐐗𐐲𐑌", "𐐗𐐲𐑌𐐲𐑌𐐲", "Ὀδυσσεύς", "ﬁona", "Straße", "İpek", "각하"],
  ...["2nd", "Lineo7", "58", "5811", "Aaaaaaaaaaaaaaaa", "Abababababababababababababababababababab"],
];

const anyName = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 3 })
  .chain((words) => fc.constantFrom(" ", "  ", "-", ", ").map((between) => words.join(between)));

/** The last digits are few, so that ends of numbers meet. */
const anyPhone = fc.tuple(
  fc.constantFrom("+266 5811 ", "5811", "0027 82 123 ", "082-123 "),
  fc.constantFrom("1101", "1102", "2101", "0101"),
).map(([initial, end]) => initial + end);

const anyContact = fc.oneof(
  anyPhone,
  fc.tuple(anyPhone, anyPhone).map((both) => both.join(" / ")),
  fc.constantFrom("", "12", "house 58111101 near the shop, 5811 2101", "chief@example.org"),
);

const oddText = fc.string({
  unit: fc.constantFrom(
    ..."aeno TŠ'’-.7",
    "\u0301",
    "\u0000",
    "𐐗",
    "李",
    "İ",
    "ß",
    "ﬁ",
    "🩺",
    "\ud801",
    "\u00a0",
  ),
});

export const anyPerson: fc.Arbitrary<Person> = fc.record({
  name: fc.oneof({ weight: 8, arbitrary: anyName }, { weight: 1, arbitrary: oddText }),
  numberStyle: fc.nat({ max: NUMBER_STYLES.length - 1 }),
  contact: anyContact,
});

export const somePeople = fc.array(anyPerson, { minLength: 1, maxLength: 8 });
