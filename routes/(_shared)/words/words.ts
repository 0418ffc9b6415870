import type { Language } from "@/clinic/staff/own_language.ts";
import * as en from "./en.ts";
import * as st from "./st.ts";

export type { Language };

/** Everything the console says, by area: `words.door.signIn.title`. English gives the shape; a missing key is a type error. */
export type Words = typeof en;

const dictionaries: Readonly<Record<Language, Words>> = { en, st };

/** The words of a language. */
export function wordsOf(language: Language): Words {
  return dictionaries[language];
}

/** What each language calls itself. */
export const endonyms: Readonly<Record<Language, string>> = { en: "English", st: "Sesotho" };

/** The language that was chosen, else the best of the browser's, else English. */
export function languageOf(acceptLanguage: string | null, chosen: Language | null | undefined): Language {
  return chosen ?? preferred(acceptLanguage ?? "") ?? "en";
}

/** Whether a text names a language that there are words in. */
export function isLanguage(text: string | undefined): text is Language {
  return text !== undefined && Object.hasOwn(endonyms, text);
}

/** What a dictionary says of a key that comes from elsewhere: a code, a role, a status. */
export function textFor<Said>(t: Readonly<Record<string, Said>>, key: string | number): Said | undefined {
  return Object.hasOwn(t, key) ? t[key] : undefined;
}

/** Of a header as RFC 9110 §12.5.4 has it, the language with the highest weight; the first of those alike. */
function preferred(header: string): Language | undefined {
  const asked = header.slice(0, MOST_CHARACTERS).split(",").flatMap(asWish);
  return asked.sort((a, b) => b.weight - a.weight)[0]?.language;
}

const MOST_CHARACTERS = 1_000; // browsers send fewer than a hundred

interface Wish {
  readonly language: Language;
  readonly weight: number;
}

/** "st-LS;q=0.8" → Sesotho, 0.8. None for other languages, for those refused (q=0), and for what is malformed. */
function asWish(range: string): Wish[] {
  const found = /^\s*([a-z]{2})(?:-[a-z0-9-]+)?\s*(?:;\s*q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?))?\s*$/i.exec(
    range,
  );
  const language = found?.[1]?.toLowerCase();
  const weight = Number(found?.[2] ?? 1);
  return isLanguage(language) && weight > 0 ? [{ language, weight }] : [];
}
