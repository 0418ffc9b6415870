// Sesotho in the orthography of Lesotho, written by non-native authors: it awaits a native reviewer.
import type { account as english } from "@/routes/(_shared)/words/en/account.ts";

export const account: typeof english = {
  title: "Ak'haonte ea hao",
  language: "Puo",
  sessions: "Moo u keneng teng",
  sessionsExplanation: "Haeba ho na le oo u sa o tsebeng, o felise 'me u fetole phasewete ea hao.",
  since: "Ho tloha",
  device: "Ka",
  networkAddress: "Ho tsoa kae",
  thisDevice: "Ke ona ona",
  endSession: "O felise",
  endOthers: "Felisa e meng eohle",
  ended: "E felisitsoe.",
  key: "Senotlolo sa lirekoto",
  newPassword: {
    hint: "Litlhaku tse 8 kapa ho feta. Mantsoe a mararo kapa a mane a sa amaneng ho bonolo ho a hopola.",
    again: (label) => `${label}, hape`,
    different: "Liphasewete tse peli ha li tšoane.",
  },
  password: {
    changeTitle: "Fetola phasewete ea hao",
    chooseTitle: "Khetha phasewete eo e leng ea hao",
    changeExplanation: "Hohle moo u keneng teng, u tla ntšoa. Mona u tla lula u kene.",
    mustChange:
      "Eo u keneng ka eona e entsoe ke motho e mong 'me e fela ka {day}. Khetha eo e tsejoang ke uena feela, ebe u tsoela pele.",
    current: "Phasewete ea hao hona joale",
    new: "Phasewete e ncha",
    submit: "Fetola phasewete",
    changed: "Phasewete ea hao e fetotsoe.",
  },
};
