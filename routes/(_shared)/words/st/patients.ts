// Sesotho in the orthography of Lesotho, written by non-native authors: it awaits a native reviewer.
import { counting } from "../counting.ts";
import type { patients as english } from "../en/patients.ts";

const count = counting("st");

export const patients: typeof english = {
  title: "Bakuli",
  one: "Mokuli",
  count: count("mokuli a le mong", "bakuli ba #"),
  register: "Ngolisa mokuli",
  full_name: "Lebitso ka botlalo",
  date_of_birth: "Letsatsi la tsoalo",
  age: "Lilemo",
  gender: "Boleng",
  genders: { M: "E motona", F: "E motšehali", O: "Bo bong", U: "Ha bo tsejoe" },
  contact_details: "Mokhoa oa ho ikopanya le eena",
  file_number: "Nomoro ea faele",
  voided: "O hlakotsoe",
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
};
