// Sesotho in the orthography of Lesotho, written by non-native authors: it awaits a native reviewer.
import type { print as english } from "../en/print.ts";

export const print: typeof english = {
  title: "Hatisa",
  card: "Karete ea mokuli",
  label: "Letšoao",
  cardAdvice: "Tla le karete ena nako le nako ha u tla.",
};
