// Sesotho in the orthography of Lesotho, written by non-native authors: it awaits a native reviewer.
import type { setUp as english } from "@/routes/(_shared)/words/en/set_up.ts";

export const setUp: typeof english = {
  step: (n, of) => `Mohato oa ${n} ho e ${of}`,
  administrator: {
    title: "Hlophisa tleliniki ea hao",
    intro:
      "U tla ba motsamaisi oa eona oa pele: u eketsa mafapha le basebeletsi, 'me u ka etsa tsohle tseo ba li etsang.",
    fullName: "Lebitso la hao ka botlalo",
    fullNameHint: "Kamoo basebetsi-'moho le uena ba u tsebang kateng.",
    username: "Lebitso la ho kena",
    usernameHint: "Leo u kenang ka lona. Litlhaku le linomoro, ntle le libaka.",
    password: "Phasewete",
    submit: "Hlophisa 'me u kene",
    fieldMessages: { full_name: { too_small: "Ngola lebitso la hao ka botlalo." } },
  },
  department: {
    title: "Lefapha la hao la pele",
    explanation:
      "Ke sebaka seo bakuli ba bonoang ho sona. Ketelo e 'ngoe le e 'ngoe e na le lefapha la eona.",
    submit: "Le eketse 'me u tsoele pele",
    skip: "Tlola mohato ona hona joale",
  },
  key: {
    title: "Boloka kopi ea senotlolo",
    explanation:
      "Senotlolo se le seng se bula tsohle tse ngotsoeng mona. Ea lahlehetsoeng ke sona o lahlehetsoe ke lirekoto: ha ho motho ea ka li bulang ntle le sona, esita le ba entseng DOVMS.",
    inFile: "Senotlolo se faeleng ena k'homphieutheng ea tleliniki:",
    inSetting: "Senotlolo se khethong e bitsoang {setting}, moo DOVMS e qalisoang teng.",
    byCommand: "Senotlolo se hatisoa ke taelo e khethong e bitsoang {setting}.",
    copy: "Se kopitse ho USB kapa pampiring. Ke mola o le mong oa litlhaku tse 44.",
    lock:
      "Notlella kopi eo, hole le k'homphieutha le likopi tsa eona: ea nang le tsona ka bobeli a ka bala tsohle.",
    evaluationOnly:
      "Senotlolo sena ke sa ho leka feela. Pele bakuli ba 'nete ba ngolisoa, qala bocha foldareng e ncha ka senotlolo sa hao.",
    ownKey: "Ho qala ka senotlolo sa hao",
    ownKeySteps: "Emisa DOVMS. Etsa senotlolo, 'me u qale ka sona foldareng e ncha:",
    usingTheCopy: "Ha kopi e hlokahala",
    usingTheCopySteps:
      "K'homphieutheng e 'ngoe, kapa ha senotlolo se lahlehile, qala ka kopi ea lirekoto le kopi ea senotlolo:",
    done: "Ho felile",
  },
  done: {
    title: "Tleliniki ena e hlophisitsoe",
    why: "E se e ntse e e-na le motsamaisi, kahoo linki e phethile mosebetsi oa eona.",
    signIn: "Kena",
    notYou:
      "Na e ne e se uena kapa motho eo u mo tsebang? K'homphieutheng ea tleliniki, {command} e u etsa motsamaisi.",
  },
  outdated: {
    title: "Linki ena ha e bulehe",
    why:
      "Linki ea ho hlophisa e sebetsa hang feela, metsotsong e 30 ka mor'a hore DOVMS e qalisoe. Ho na le litsela tse peli:",
    startAgain: "Emisa DOVMS 'me u e qalise hape: e tla hatisa linki e ncha. E kopitse kaofela.",
    byCommand:
      "Kapa u sebelise {command} k'homphieutheng eo DOVMS e sebetsang ho eona, 'me u kene ka phasewete eo e e hatisang.",
    haveAccount: "{signIn} haeba u se u ntse u e-na le ak'haonte.",
    signIn: "Kena",
  },
};
