// Sesotho in the orthography of Lesotho, written by non-native authors: it awaits a native reviewer.
import { counting } from "../counting.ts";
import type { audit as english } from "../en/audit.ts";

const count = counting("st");

export const audit: typeof english = {
  title: "Tlaleho ea liketso",
  count: count("ketso e le 'ngoe", "liketso tse #"),
  at: "Neng",
  who: "Mang",
  action: "Ketso",
  whom: "Ho mang",
  source: "Ho tsoa kae",
  done: "E entsoe",
  refused: "E hanetsoe",
};
