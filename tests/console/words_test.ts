import { deepEqual, equal, match, notEqual, ok } from "node:assert/strict";
import { z } from "zod";
import { firstAdministrator } from "@/clinic/staff/set_up.ts";
import { voidReason } from "@/clinic/fields.ts";
import { newDepartment } from "@/clinic/departments/departments.ts";
import { passwordChange } from "@/clinic/access/own_password.ts";
import { newPatient } from "@/clinic/patients/patient.ts";
import { credentials } from "@/clinic/access/sessions.ts";
import { newStaffAccount } from "@/clinic/staff/staff.ts";
import { newVisit } from "@/clinic/visits/visit.ts";
import { problemsIn } from "@/routes/(_shared)/forms/problems.ts";
import { counting, grouped } from "@/routes/(_shared)/words/counting.ts";
import { chooseLanguage, isLanguage, textFor, type Words, wordsOf } from "@/routes/(_shared)/words/words.ts";
import { sourceFiles } from "@/tests/support/source/files.ts";

const [en, st] = [wordsOf("en"), wordsOf("st")];
const WORDS = "routes/(_shared)/words";

/** What is the same in both languages, as it should be: the paths. */
const SAME: readonly string[] = [];
/** What is not spelt as Sesotho is: words from English, and what takes the place of others. */
const FOREIGN = /X-ray|phasewete|\{\w+\}/gi;

// Texts stand for themselves; a function is called with these, and all it is given must be in what it says.
const GIVEN = ["71", "72", "73"];
type Text = { path: string; kind: string; text: string; one: string };

Deno.test("both languages have the same keys, of the same kinds", () => {
  const shape = (words: Words) => textsIn(words).map(({ path, kind }) => `${path} ${kind}`).sort();
  deepEqual(shape(st), shape(en));
  ok(shape(en).length > 100);
});

Deno.test("no text is empty or has space around it", () => {
  for (const { path, text, one } of [...textsIn(en), ...textsIn(st)]) {
    for (const said of [text, one]) ok(said !== "" && said.trim() === said, path);
  }
});

Deno.test("no text is the same in both languages but for those that are listed", () => {
  const english = new Map(textsIn(en).map(({ path, text }) => [path, text]));
  const same = textsIn(st).filter(({ path, text }) => english.get(path) === text).map(({ path }) => path);
  deepEqual(same, SAME);
});

Deno.test("what is put into a text is put into it in both languages", () => {
  const english = new Map(textsIn(en).map((each) => [each.path, each]));
  const holes = (text: string) => [...text.matchAll(/\{\w*\}|71|72|73|#/g)].map(String).sort();
  for (const { path, text } of textsIn(st)) deepEqual(holes(text), holes(english.get(path)!.text), path);
});

Deno.test("Sesotho is spelt as in Lesotho: li and lu, oa and ea, tš, kh", () => {
  const odd = textsIn(st).filter(({ text, one }) =>
    /di|du|w|(?<!n)y|tsh|kg/i.test(`${text} ${one}`.replace(FOREIGN, ""))
  );
  deepEqual(odd.map(({ path, text }) => `${path}: ${text}`), []);
});

Deno.test("every area is a file in each language; every Sesotho one says that a native reviewer is awaited", async () => {
  const files = (await sourceFiles([".ts"])).filter(({ path }) => path.startsWith(`${WORDS}/`));
  const inFolder = (language: string) => files.filter(({ path }) => path.startsWith(`${WORDS}/${language}/`));
  const areas = Object.keys(en).map((area) => `${toSnakeCase(area)}.ts`).sort();
  for (const language of ["en", "st"]) {
    deepEqual(inFolder(language).map(({ path }) => path.split("/").at(-1)), areas);
  }
  for (const { path, text } of inFolder("st")) {
    match(text, /^\/\/ Sesotho in the orthography of Lesotho, .*awaits a native reviewer\.\n/, path);
  }
});

Deno.test("one and many, large numbers too", () => {
  const counts: [said: string, expected: string][] = [
    [en.patients.count(0), "0 patients"],
    [en.patients.count(1), "1 patient"],
    [en.patients.count(20_000), "20,000 patients"],
    [st.patients.count(0), "bakuli ba 0"],
    [st.patients.count(1), "mokuli a le mong"],
    [st.patients.count(2), "bakuli ba 2"],
    [st.visits.count(1_234_567), "liketelo tse 1,234,567"],
    [en.formProblems.summary(1), "One thing to correct"],
    [en.formProblems.summary(2), "Some things to correct"],
    [counting("st")("e le 'ngoe", "tse #")(1), "e le 'ngoe"],
  ];
  for (const [said, expected] of counts) equal(said, expected);
  deepEqual([999, 1_000, 100_000].map(grouped), ["999", "1,000", "100,000"]);
});

Deno.test("every way to fill in a form wrongly has its words", () => {
  const { signIn, setUp } = en;
  const schemas = [
    [newPatient, {}],
    [newVisit, {}],
    [newDepartment, {}],
    [newStaffAccount, {}],
    [passwordChange, {}],
    [firstAdministrator, setUp.administrator.fieldMessages],
    [credentials, signIn.fieldMessages],
    [z.strictObject({ reason: voidReason }), {}],
  ] as const;
  for (const [schema, sayings] of schemas) {
    for (const value of ["", "!", "x".repeat(20_000)]) {
      const fields = Object.keys(schema.shape).filter((name) => name !== "date_of_birth_estimated");
      const { error } = schema.safeParse(Object.fromEntries(fields.map((name) => [name, value])));
      for (const { field, message } of problemsIn(en, error?.issues ?? [], sayings)) {
        notEqual(message, en.formProblems.otherwise, `${field} ${value.slice(0, 9)}`);
      }
    }
  }
  const unheardOf = [{ path: ["toString"], code: "constructor" }];
  deepEqual(problemsIn(st, unheardOf), [{ field: "toString", message: st.formProblems.otherwise }]);
});

Deno.test("every reason for which the clinic refuses a field, or calls two people alike, has its words", async () => {
  const clinic = (await sourceFiles([".ts"])).filter(({ path }) => path.startsWith("clinic/"));
  const source = clinic.map(({ text }) => text).join("\n");
  const codes = [...source.matchAll(/\b(?:invalid|taken)\(\s*(?:"\w+"|\w+),\s*"(\w+)"/g)].map(([, code]) =>
    code!
  );
  const taken = [...source.matchAll(/\btaken\("(\w+)"/g)].map(([, code]) => code!);
  for (const code of [...codes.filter((code) => !FIELDS_TAKEN.includes(code)), ...taken]) {
    ok(textFor(en.formProblems.refused, code), code);
  }
  ok(codes.includes("too_common") && codes.includes("not_a_clinician") && taken.length >= 2);
  const reasons = [...source.matchAll(/\breason: "([^"]+)"/g)].map(([, reason]) => reason!);
  deepEqual([...new Set(reasons)].sort(), Object.keys(en.patients.reasons).sort());
});

/** Those that taken() names between the code and the message. */
const FIELDS_TAKEN = ["file_number", "username", "name"];

Deno.test("the language: the one chosen, else the browser's by its weights, else English", () => {
  equal(chooseLanguage("st", "en"), "en");
  equal(chooseLanguage("en", "st"), "st");
  const headers: [header: string | null, language: string][] = [
    [null, "en"],
    ["", "en"],
    ["st", "st"],
    ["ST-ls", "st"],
    ["st-LS,st;q=0.9,en;q=0.8", "st"],
    ["en-GB,en;q=0.9,st;q=0.8", "en"],
    ["en;q=0.1 , st ; q=0.9", "st"],
    ["en;q=0.5,st;q=0.5", "en"],
    ["st;q=0.5,en;q=0.5", "st"],
    ["fr-FR, zu;q=0.9, st;q=0.001", "st"],
    ["st;q=0", "en"],
    ["en;q=0,st;q=0.1", "st"],
    ["*", "en"],
    ["fr", "en"],
    ["sto", "en"],
    ["st;q=2", "en"],
    ["st;q=-1", "en"],
    ["st;q=NaN,en;q=0.1", "en"],
    ["st;q=1e9", "en"],
    ["st;level=1", "en"],
    ["__proto__,constructor,toString", "en"],
    [",,;;q=,=;st\u0000", "en"],
    ["<script>st</script>", "en"],
    ["x,".repeat(600) + "st", "en"], // no more than a browser would send is read
    ["st-" + "a-".repeat(400) + "!", "en"],
  ];
  for (const [header, language] of headers) equal(chooseLanguage(header, null), language, header ?? "none");
  for (const no of ["fr", "", "EN", "toString", "__proto__", undefined]) equal(isLanguage(no), false);
});

function toSnakeCase(area: string): string {
  return area.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function textsIn(words: Words): Text[] {
  return Object.entries(words).flatMap(([area, said]) => textsBelow(said, area));
}

function textsBelow(said: unknown, path: string): Text[] {
  if (typeof said === "string") return [{ path, kind: "text", text: said, one: said }];
  if (typeof said === "function") {
    const call = (...given: string[]) => String(said(...given));
    return [{ path, kind: "function", text: call(...GIVEN), one: call("1", "1", "1") }];
  }
  return Object.entries(said as object).flatMap(([key, below]) => textsBelow(below, `${path}.${key}`));
}
