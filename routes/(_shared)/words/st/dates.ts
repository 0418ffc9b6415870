// Sesotho in the orthography of Lesotho, written by non-native authors: it awaits a native reviewer.
import { counting } from "@/routes/(_shared)/words/counting.ts";
import type { dates as english } from "@/routes/(_shared)/words/en/dates.ts";

const count = counting("st");

const months = [
  "Pherekhong",
  "Hlakola",
  "Hlakubele",
  "'Mesa",
  "Motšeanong",
  "Phupjane",
  "Phupu",
  "Phato",
  "Loetse",
  "Mphalane",
  "Pulungoana",
  "Tšitoe",
];

export const dates: typeof english = {
  days: ["Sontaha", "Mantaha", "Labobeli", "Laboraro", "Labone", "Labohlano", "Moqebelo"],
  months,
  shortMonths: months, // cut short, Hlakola is Hlakubele, Phupjane is Phupu, and "Jan" would be June
  yesterday: "maobane",
  today: "kajeno",
  tomorrow: "hosane",
  bornToday: "o tsoetsoe kajeno",
  age: {
    days: count("letsatsi le le leng", "matsatsi a #"),
    months: count("khoeli e le 'ngoe", "likhoeli tse #"),
    years: count("selemo se le seng", "lilemo tse #"),
  },
  about: {
    days: count("hoo e ka bang letsatsi le le leng", "matsatsi a ka bang #"),
    months: count("hoo e ka bang khoeli e le 'ngoe", "likhoeli tse ka bang #"),
    years: count("hoo e ka bang selemo se le seng", "lilemo tse ka bang #"),
  },
};
