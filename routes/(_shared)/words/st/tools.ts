// Sesotho in the orthography of Lesotho, written by non-native authors: it awaits a native reviewer.
import type { tools as english } from "@/routes/(_shared)/words/en/tools.ts";

export const tools: typeof english = {
  suggestions: "Bakuli ba fumanoeng",
  shortcuts: {
    title: "Likonopo",
    list: "Lethathamo lena",
    on: "Likonopo tse tobetsoang ka bonngoe lia sebetsa",
    close: "Koala",
    search: "Batla mokuli",
  },
  idleWarning: {
    title: "Na u ntse u le teng?",
    what: "Ha ho letho le entsoeng mona ka nako e telele. Pele metsotso e 'meli e feta u tla ntšoa.",
    stay: "Lula u kene",
    endedTitle: "U ntšitsoe",
    endedWhat:
      "Seo u se ngotseng se ntse se le leqepheng lena. Kena hape: ho buleha fensetere e ncha. Ebe u khutlela mona.",
    signIn: "Kena",
  },
};
