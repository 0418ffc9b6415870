// Sesotho in the orthography of Lesotho, written by non-native authors: it awaits a native reviewer.
import { counting } from "../counting.ts";
import type { home as english } from "../en/home.ts";

const count = counting("st");

export const home: typeof english = {
  title: "Leqephe la pele",
  goodMorning: "Lumela", // the greeting of the whole day
  goodAfternoon: "Lumela",
  goodEvening: "Lumela",
  signedInAs: (role) => `U kene u le ${role.toLowerCase()}.`,
  departments: "Mafapha",
  visitsToday: count("Ketelo e le 'ngoe kajeno.", "Liketelo tse # kajeno."),
  lately: "Liketelo ka letsatsi, matsatsing a 14 a fetileng",
  figures: "Lipalo tse tšoanang tafoleng",
  today: "Kajeno",
  noDepartments: {
    title: "Ha ho mafapha hona joale",
    what:
      "Lefapha ke sebaka seo bakuli ba bonoang ho sona: bakuli ba sa robatsoeng, bakhachane, litšoantšo tsa X-ray. Ketelo e 'ngoe le e 'ngoe e na le lefapha la eona, kahoo mafapha a tla pele.",
    askAdministrator: "Motsamaisi a ka a eketsa.",
    add: "Eketsa lefapha la pele",
  },
};
