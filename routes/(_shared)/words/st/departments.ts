// Sesotho in the orthography of Lesotho, written by non-native authors: it awaits a native reviewer.
import { counting } from "../counting.ts";
import type { departments as english } from "../en/departments.ts";

const count = counting("st");

export const departments: typeof english = {
  title: "Mafapha",
  one: "Lefapha",
  count: count("lefapha le le leng", "mafapha a #"),
  add: "Eketsa lefapha",
  name: "Lebitso",
  inactive: "Ha le sa sebelisoa",
};
