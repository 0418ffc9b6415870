// Sesotho in the orthography of Lesotho, written by non-native authors: it awaits a native reviewer.
//
// The words that stand for one thing everywhere:
//   patient mokuli, bakuli           visit ketelo, liketelo            department lefapha, mafapha
//   staff mosebeletsi, basebeletsi   administrator motsamaisi          doctor ngaka, lingaka
//   nurse mooki, baoki               receptionist moamoheli            auditor mohlahlobi
//   clinic tleliniki                 account ak'haonte                 role boemo
//   name lebitso                     full name lebitso ka botlalo      username lebitso la ho kena
//   password phasewete               sign in kena, sign out tsoa       date of birth letsatsi la tsoalo
//   file number nomoro ea faele      record rekoto                     reason lebaka
//   register ngolisa                 save boloka                       search batla
//   add eketsa                       change fetola                     print hatisa
//   void hlakola (as a mistake is struck out; never "delete")          restore khutlisa
//   page leqephe                     form foromo                       link linki
//   computer k'homphieutha           address aterese                   error phoso
// People are spoken to as u. What is capital and what is not follows the English.
import type { common as english } from "@/routes/(_shared)/words/en/common.ts";

export const common: typeof english = {
  longName: "Tsamaiso ea liketelo tsa bakuli ba sa robatsoeng",
  errorTitle: (title) => `Phoso: ${title}`,
  skip: "Tlolela litabeng",
  pages: "Maqephe",
  apiReference: "Tataiso ea API",
  signIn: "Kena",
  signOut: "Tsoa",
  nav: {
    home: "Leqephe la pele",
    patients: "Bakuli",
    visits: "Liketelo",
    departments: "Mafapha",
    staff: "Basebeletsi",
    audit: "Tlaleho ea liketso",
  },
  roles: {
    admin: "Motsamaisi",
    doctor: "Ngaka",
    nurse: "Mooki",
    receptionist: "Moamoheli",
    auditor: "Mohlahlobi",
  },
  theme: { legend: "Mebala", system: "Joalo ka sesebelisoa", light: "E khanyang", dark: "E lefifi" },

  save: "Boloka",
  search: "Batla",
  print: "Hatisa",
  show: "Bontša",
  older: "Tsa khale",

  actions: "Liketso",
  all: "Tsohle",
  unknown: "Ha ho tsejoe",
  voided: "E hlakotsoe",
  saved: "E bolokiloe.",
  unreadable: "Rekoto ena ha e khone ho buloa.",
  findPatient: "Batla mokuli",
  findBy: "Lebitso, nomoro ea faele kapa mohala",
};
