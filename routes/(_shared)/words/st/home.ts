// Sesotho in the orthography of Lesotho, written by non-native authors: it awaits a native reviewer.
import { counting } from "@/routes/(_shared)/words/counting.ts";
import type { home as english } from "@/routes/(_shared)/words/en/home.ts";

const count = counting("st");

export const home: typeof english = {
  title: "Leqephe la pele",
  goodMorning: "Lumela", // the greeting of the whole day
  goodAfternoon: "Lumela",
  goodEvening: "Lumela",
  signedInAs: (role) => `U kene u le ${role.toLowerCase()}.`,
  departments: "Mafapha",
  visitsToday: count("Ketelo e le 'ngoe kajeno.", "Liketelo tse # kajeno."),
  visitsPerDay: "Liketelo ka letsatsi, matsatsing a 14 a fetileng",
  asTable: "Lipalo tse tšoanang tafoleng",
  asTableByDepartment: "Lipalo tse tšoanang tafoleng, ka mafapha",
  today: "Kajeno",
  lastDays: count("Letsatsi le leng", "Matsatsi a #"),
  maxPerDay: (n) => `Ha li fete ${n} ka letsatsi`,
  noRecentVisits: "Ha ho liketelo matsatsing a 14 a fetileng.",
  steps: {
    title: "Se latelang",
    done: "Se phethiloe:",
    department: "Eketsa lefapha",
    departmentHint: "Sebaka seo bakuli ba bonoang ho sona, joalo ka sa bakuli ba sa robatsoeng.",
    clinician: "Eketsa mooki kapa ngaka",
    clinicianHint: "U tla bontšoa phasewete ea hae ea ho kena hang.",
    patient: "Ngolisa mokuli oa pele",
    patientHint: "Lebitso, lilemo le boleng li lekane.",
    visit: "Ngola ketelo ea pele",
    visitHint: "Batla mokuli, u bule leqephe la hae, 'me u e ngole teng.",
    key: "Moo senotlolo sa lirekoto se leng teng, le ho boloka kopi ea sona",
  },
  noDepartments: {
    title: "Ha ho mafapha hona joale",
    explanation:
      "Lefapha ke sebaka seo bakuli ba bonoang ho sona: bakuli ba sa robatsoeng, bakhachane, litšoantšo tsa X-ray. Ketelo e 'ngoe le e 'ngoe e na le lefapha la eona, kahoo mafapha a tla pele.",
    askAdministrator: "Motsamaisi a ka a eketsa.",
    add: "Eketsa lefapha la pele",
  },
};
