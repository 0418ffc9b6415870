// Sesotho in the orthography of Lesotho, written by non-native authors: it awaits a native reviewer.
import { counting } from "@/routes/(_shared)/words/counting.ts";
import type { visits as english } from "@/routes/(_shared)/words/en/visits.ts";

const count = counting("st");

export const visits: typeof english = {
  title: "Liketelo",
  one: "Ketelo",
  count: count("ketelo e le 'ngoe", "liketelo tse #"),
  log: "Ngola ketelo",
  visit_date: "Letsatsi",
  visit_time: "Nako",
  department: "Lefapha",
  doctor: "Ea mo boneng",
  notes: "Lintlha",
  notesWithheld: "Boemo ba hao ha bo lumelle ho bala lintlha.",
  chooseDepartment: "Khetha lefapha",
  chooseClinician: "Khetha ea bonang mokuli",
  noClinicians: "Ha ho ngaka kapa mooki hona joale. Motsamaisi o ea ba eketsa.",
  from: "Ho tloha ka",
  until: "Ho fihlela ka",
  allDepartments: "Mafapha 'ohle",
  reset: "Kajeno, mafapha 'ohle",
  noVisits: "Ha ho liketelo matsatsing ana",
  noVisitsAdvice: "Fumana mokuli moo ho batloang ka holimo, ebe u ngola ketelo leqepheng la hae.",
  change: "Fetola ketelo ena",
};
