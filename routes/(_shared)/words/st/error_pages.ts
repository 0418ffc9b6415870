// Sesotho in the orthography of Lesotho, written by non-native authors: it awaits a native reviewer.
import type { errorPages as english } from "@/routes/(_shared)/words/en/error_pages.ts";

export const errorPages: typeof english = {
  notFound: {
    title: "Ha ho leqephe le joalo",
    advice: "Mohlomong aterese e ngotsoe ka phoso, kapa seo e neng e se bontša ha se sa le teng.",
  },
  goHome: "Eea leqepheng la pele",
  tryAgain: "Leka hape",
  request: "Kopo {number}",
  reportRequest:
    "Haeba ho etsahala hape, bolella motho ea hlokomelang sistimi ena, u mo fe nomoro ena: {number}",
  otherwise: {
    title: "Ho bile le phoso",
    advice:
      "Leqephe lena ha lea khona ho etsoa. Ha ho letho leo u le bolokileng le lahlehileng. Leka hape ka mor'a nakoana.",
  },
  byStatus: {
    400: {
      title: "Foromo ena ha e na khetho eo",
      advice: "Se rometsoeng hase seo motho a ka se khethang mono. Ha ho letho le bolokiloeng.",
    },
    403: {
      title: "Sena ha sea lumelloa",
      advice:
        "Mohlomong boemo ba hao ha bo se lumelle, kapa foromo ha ea romeloa e tsoa mona. Haeba u tlile ka linki, eea leqepheng la pele u qale teng.",
    },
    405: {
      title: "Sena se ke ke sa etsoa mona",
      advice: "Aterese e nepahetse, empa eseng bakeng sa seo ho lekiloeng ho se etsa.",
    },
    413: {
      title: "Seo se seholo haholo",
      advice: "Se rometsoeng se seholo ho feta foromo leha e le efe ea mona. Ha ho letho le bolokiloeng.",
    },
    415: {
      title: "Eo e ne e se foromo",
      advice: "Se rometsoeng hase foromo ea mona. Ha ho letho le bolokiloeng.",
    },
    503: {
      title: "Ke kopo, ema hanyenyane",
      advice:
        "Sistimi e phathahane, kapa ha e fihlele polokelo ea eona hona joale. Leka hape motsotsong o tlang.",
    },
    507: {
      title: "Sebaka se felile k'homphieutheng",
      advice:
        "Sena ha sea bolokoa, empa ha ho letho le bolokiloeng pele le lahlehileng. Ea hlokomelang k'homphieutha o tlameha ho etsa sebaka. Ebe u khutlela morao u se romele hape.",
    },
  },
};
