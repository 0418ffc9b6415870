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
  what: "Ke mang ea boneng kapa ea fetotseng eng, neng. E na le linomoro feela, eseng se ngotsoeng rekotong.",
  outcome: "Sephetho",
  outcomes: { done: "E entsoe", refused: "E hanetsoe", failed: "E hlolehile" },
  bulk: (n, table) => `tse ${n} tsa ${table}`,
  more: (n) => `le tse ling tse ${n}`,
  noneHere: "Ha ho letho mona",
  noneAdvice: "Khetha matsatsi a mang kapa motho e mong.",
};
