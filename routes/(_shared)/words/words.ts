import { parseAccept } from "hono/utils/accept";
import type { Language } from "@/clinic/staff/own_language.ts";
import * as en from "./en.ts";
import * as st from "./st.ts";

export type { Language };

// This folder holds every text of the console in both languages, one file for each area, and what turns dates, numbers and
// records into words. Which language a page is in is decided here too.

/** Everything the console says, by area: `words.signIn.title`. English gives the shape; a missing key is a type error. */
export type Words = typeof en;

const dictionaries: Readonly<Record<Language, Words>> = { en, st };

/** The words of a language. */
export function wordsOf(language: Language): Words {
  return dictionaries[language];
}

/** What each language calls itself. */
export const endonyms: Readonly<Record<Language, string>> = { en: "English", st: "Sesotho" };

/** The language that was chosen, else the best of the browser's, else English. */
export function chooseLanguage(acceptLanguage: string | null, chosen: Language | null | undefined): Language {
  return chosen ?? preferred(acceptLanguage ?? "") ?? "en";
}

/** Whether a text names a language that there are words in. */
export function isLanguage(text: string | undefined): text is Language {
  return text !== undefined && Object.hasOwn(endonyms, text);
}

/** The text for a key that comes from elsewhere, such as a code, a role or a status; undefined where there is none. */
export function textFor<Text>(texts: Readonly<Record<string, Text>>, key: string | number): Text | undefined {
  return Object.hasOwn(texts, key) ? texts[key] : undefined;
}

/** Of a header as RFC 9110 §12.5.4 has it, the language with the highest weight; the first of those alike. */
function preferred(header: string): Language | undefined {
  const ranges = parseAccept(header.slice(0, MAX_CHARACTERS)); // sorted by weight
  return ranges.filter(isWanted).map(({ type }) => type.split("-")[0]!.toLowerCase()).find(isLanguage);
}

const MAX_CHARACTERS = 1_000; // browsers send fewer than a hundred

/** Whether a range, "st-LS;q=0.8", is well formed and not refused (q=0). Hono's parser takes any weight for one. */
function isWanted({ type, params }: Range): boolean {
  return LANGUAGE_RANGE.test(type) &&
    Object.entries(params).every(([name, weight]) =>
      /^q$/i.test(name) && WEIGHT.test(weight) && Number(weight) > 0
    );
}

type Range = ReturnType<typeof parseAccept>[number];

const LANGUAGE_RANGE = /^[a-z]{1,8}(-[a-z0-9]{1,8})*$/i; // RFC 4647 §2.1
const WEIGHT = /^(0(\.\d{0,3})?|1(\.0{0,3})?)$/; // RFC 9110 §12.4.2
