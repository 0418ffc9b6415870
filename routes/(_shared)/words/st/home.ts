// Sesotho in the orthography of Lesotho, written by non-native authors: it awaits a native reviewer.
import type { home as english } from "../en/home.ts";

export const home: typeof english = {
  title: "Leqephe la pele",
  goodMorning: "Lumela", // the greeting of the whole day
  goodAfternoon: "Lumela",
  goodEvening: "Lumela",
  signedInAs: (role) => `U kene u le ${role.toLowerCase()}.`,
  departments: "Mafapha",
  noDepartments: {
    title: "Ha ho mafapha hona joale",
    what:
      "Lefapha ke sebaka seo bakuli ba bonoang ho sona: bakuli ba sa robatsoeng, bakhachane, litšoantšo tsa X-ray. Ketelo e 'ngoe le e 'ngoe e na le lefapha la eona, kahoo mafapha a tla pele.",
    askAdministrator: "Motsamaisi a ka a eketsa.",
    byApi: "Hona joale a eketsoa ka API. Ho hlokahala litaelo tse peli feela theminaleng.",
    showCommands: "Bontša litaelo tse peli",
    first: "Kena. Karabo e na le tokene ea ho kena (access), e sebetsang metsotso e 15:",
    second: "Eketsa lefapha, u behe tokene eo sebakeng sa TOKEN:",
    then: "Ebe u bula leqephe lena hape. {reference} e hlalosa tse ling kaofela.",
  },
};
