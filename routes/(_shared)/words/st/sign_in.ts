// Sesotho in the orthography of Lesotho, written by non-native authors: it awaits a native reviewer.
import type { signIn as english } from "@/routes/(_shared)/words/en/sign_in.ts";

export const signIn: typeof english = {
  title: "Kena",
  username: "Lebitso la ho kena",
  password: "Phasewete",
  submit: "Kena",
  signedOut: "U tsoile.",
  forgotten: "Na u lebetse phasewete ea hao? Motsamaisi a ka u fa e ncha.",
  notSetUp: "Tleliniki ena ha e so be le motsamaisi. Bula linki e hatisitsoeng ha DOVMS e ne e qalisoa.",
  wrong: "Lebitso la ho kena kapa phasewete ha lia nepahala.",
  ended: "Phasewete ena e ne e le ea matsatsi a pele feela, 'me e felile. Kopa motsamaisi e ncha.",
  fieldMessages: {
    username: {
      too_small: "Ngola lebitso la hao la ho kena.",
      too_big: "Lebitso la ho kena ha le lelelele hakaalo.",
    },
    password: { too_small: "Ngola phasewete ea hao.", too_big: "Phasewete ha e telele hakaalo." },
  },
  resume: {
    title: "Kena hore u tsoele pele",
    explanation:
      "U ne u se u tsoile. Seo u se ngotseng se bolokiloe leqepheng lena: kena, 'me se tla romeloa.",
    signedInTitle: "U kene hape",
    signedInExplanation: "Seo u se ngotseng se ntse se le mona. Ha ho letho la sona le seng le bolokiloe.",
    sendNow: "Se romele joale",
  },
};
