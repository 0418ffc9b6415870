// Sesotho in the orthography of Lesotho, written by non-native authors: it awaits a native reviewer.
import { counting } from "@/routes/(_shared)/words/counting.ts";
import type { patients as english } from "@/routes/(_shared)/words/en/patients.ts";

const count = counting("st");

export const patients: typeof english = {
  title: "Bakuli",
  one: "Mokuli",
  count: count("mokuli a le mong", "bakuli ba #"),
  register: "Ngolisa mokuli",
  full_name: "Lebitso ka botlalo",
  date_of_birth: "Letsatsi la tsoalo",
  gender: "Boleng",
  genders: { M: "E motona", F: "E motšehali", O: "Bo bong", U: "Ha bo tsejoe" },
  contact_details: "Mokhoa oa ho ikopanya le eena",
  file_number: "Nomoro ea faele",
  reasons: {
    "the same name": "lebitso le tšoanang",
    "the same names in another order": "mabitso a tšoanang ka tatellano e 'ngoe",
    "the same names but for one more": "mabitso a tšoanang, empa le leng le ekelitsoe",
    "a name that sounds the same": "lebitso le utloahalang ka ho tšoana",
    "a name that is one letter off": "lebitso le fapaneng ka tlhaku e le 'ngoe",
    "a name in common": "lebitso le leng le tšoanang",
    "born on the same day": "ba tsoetsoe ka letsatsi le le leng",
    "day and month of birth changed places": "letsatsi le khoeli ea tsoalo li fapanyelitsoe",
    "birth dates that differ by one digit": "matsatsi a tsoalo a fapaneng ka nomoro e le 'ngoe",
    "born about the same time, the date estimated": "ba tsoetsoe nakong e atamelaneng, letsatsi le hakantsoe",
    "the same phone number": "nomoro ea mohala e tšoanang",
    "but another gender": "empa boleng bo fapane",
  },
  searchHint:
    "Ngola likarolo tsa lebitso ka tatellano efe kapa efe, nomoro ea faele kapa ea mohala moo ho batloang ka holimo.",
  found: count("Ho fumanoe mokuli a le mong.", "Ho fumanoe bakuli ba #, ba tšoanang haholo pele."),
  foundMore: (shown, total) =>
    `Ba pele ba ${shown} ho ba ${total} ba fumanoeng. Ngola ho eketsehileng ha lebitso.`,
  foundFirst: (shown, total) => `Ba pele ba ${shown} ho ba ${total}. Tobetsa Enter ho bona ba bang.`,
  noneFound: "Ha ho motho ea fumanoeng",
  noneFoundAdvice: "Leka litlhaku tse fokolang kapa mongolo o mong. Haeba mokuli e le e mocha, mo ngolise.",
  dateHint: "Mohlala: 1992-03-27. Haeba le sa tsejoe, fana ka lilemo.",
  ageInstead: "Kapa lilemo",
  ageHint: "Li bolokoa e le khakanyo, 'me li bontšoa joalo.",
  contactHint: "Linomoro tsa mohala, motse, motho oa haufi.",
  registerNow: "Ngolisa",
  registerAnyway: "Ha se e mong oa bona: ngolisa",
  possibleDuplicate: "E ka 'na eaba motho enoa o se a ngolisitsoe",
  possibleDuplicateAdvice: "Bula leqephe la hae haeba e le eena. Ho seng joalo, tsoela pele ka tlase.",
  registered: "Mokuli o ngolisitsoe.",
  changeDetails: "Fetola lintlha",
  changed: "Lintlha li fetotsoe.",
  logged: "Ketelo e ngotsoe.",
  noVisits: "Ha ho liketelo hona joale",
  noVisitsAdvice: "Ha mokuli a bonoa, ngola ketelo.",
  estimated: "letsatsi la tsoalo le hakantsoe",
  voidRecord: "Hlakola rekoto ena",
  voidExplanation:
    "Ke ea rekoto e entsoeng ka phoso. E tloha lethathamong le lipatlong, empa ha e lahloe, 'me e ka khutlisoa.",
  voidReason: "Lebaka la ho hlakola",
  voidedOn: (day) => `Rekoto ena e hlakotsoe ka ${day}.`,
  restoreRecord: "Khutlisa rekoto ena",
  restoreReason: "Lebaka la ho khutlisa (u ka le tlohela)",
  wasChanged:
    "Motho e mong o fetotse rekoto ena. Seo e se bolelang joale se ka tlase; seo u se ngotseng se ntse se le foromong.",
  voidedMeanwhile:
    "Rekoto ena e hlakotsoe ha u ntse u ngola, kapa ha e sa le teng, kahoo ha ho letho le bolokiloeng. Seo u se ngotseng se ka tlase: se kopitse, kapa u se romele hape ha rekoto e khutlisitsoe.",
  history: "Ba fetotseng rekoto ena",
  byCommandLine: "Ka litaelo tsa k'homphieutha",
};
