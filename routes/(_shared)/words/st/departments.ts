// Sesotho in the orthography of Lesotho, written by non-native authors: it awaits a native reviewer.
import { counting } from "@/routes/(_shared)/words/counting.ts";
import type { departments as english } from "@/routes/(_shared)/words/en/departments.ts";

const count = counting("st");

export const departments: typeof english = {
  title: "Mafapha",
  one: "Lefapha",
  count: count("lefapha le le leng", "mafapha a #"),
  add: "Eketsa lefapha",
  name: "Lebitso",
  inactive: "Ha le sa sebelisoa",
  active: "Le ea sebelisoa",
  state: "Boemo",
  nameHint: "Mohlala: Bakuli ba sa robatsoeng, Pelehi kapa X-ray.",
  added: "Lefapha le ekelitsoe.",
  addFirst: "Eketsa la pele ka tlase. Ka mor'a moo liketelo li ka ngoloa.",
  askAdministrator: "Motsamaisi oa hao a ka a eketsa.",
  rename: "Boloka lebitso",
  deactivate: "Le emise ho sebelisoa",
  deactivateExplanation:
    "Ha le sa sebelisoa, ha le amohele liketelo le basebeletsi ba bacha. Liketelo tsa khale li lula joalo ka ha li le.",
  reactivate: "Le khutlisetse tšebelisong",
  reactivateExplanation: "Ha le khutlela tšebelisong, le amohela liketelo joalo ka pele.",
};
