// Sesotho in the orthography of Lesotho, written by non-native authors: it awaits a native reviewer.
import { counting } from "@/routes/(_shared)/words/counting.ts";
import type { staff as english } from "@/routes/(_shared)/words/en/staff.ts";

const count = counting("st");

export const staff: typeof english = {
  title: "Basebeletsi",
  one: "Mosebeletsi",
  count: count("mosebeletsi a le mong", "basebeletsi ba #"),
  add: "Eketsa mosebeletsi",
  full_name: "Lebitso ka botlalo",
  username: "Lebitso la ho kena",
  role: "Boemo",
  department: "Lefapha",
  inactive: "O tlohetse mosebetsi",
  chooseRole: "Khetha boemo",
  noDepartment: "Ha le eo",
  departmentHint: "Lingaka, baoki le baamoheli ba na le le leng.",
  added: (name) => `${name} o ekelitsoe`,
  oneTimePassword: "Phasewete ea ho kena hang",
  oneTimePasswordAdvice:
    "E ngole joale: e bontšoa hang feela. E sebelisoa ha a kena la pele, moo a ikhethelang ea hae.",
  backToStaff: "Khutlela ho basebeletsi",
  state: "Boemo ba mosebetsi",
  atWork: "O mosebetsing",
  resetPassword: "Mo fe phasewete e ncha ea ho kena hang",
  resetPasswordExplanation: "O tsoa hohle moo a keneng, 'me phasewete ea khale ea fela.",
  markAsLeft: "O tlohile",
  markAsLeftExplanation: "O tsoa hohle moo a keneng. Seo a se entseng se lula tlas'a lebitso la hae.",
  markAsBack: "O khutlile",
  markAsBackExplanation: "A ka kena hape.",
  whatTheyDid: "Seo a se entseng",
  saveDetails: "Boloka lintlha",
};
