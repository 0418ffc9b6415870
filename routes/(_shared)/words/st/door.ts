// Sesotho in the orthography of Lesotho, written by non-native authors: it awaits a native reviewer.
import type { door as english } from "@/routes/(_shared)/words/en/door.ts";

export const door: typeof english = {
  signIn: {
    title: "Kena",
    username: "Lebitso la ho kena",
    password: "Phasewete",
    submit: "Kena",
    signedOut: "U tsoile.",
    forgotten: "Na u lebetse phasewete ea hao? Motsamaisi a ka u fa e ncha.",
    notSetUp: "Tleliniki ena ha e so be le motsamaisi. Bula linki e hatisitsoeng ha DOVMS e ne e qalisoa.",
    wrong: "Lebitso la ho kena kapa phasewete ha lia nepahala.",
    ended: "Phasewete ena e ne e le ea matsatsi a pele feela, 'me e felile. Kopa motsamaisi e ncha.",
    sayings: {
      username: {
        too_small: "Ngola lebitso la hao la ho kena.",
        too_big: "Lebitso la ho kena ha le lelelele hakaalo.",
      },
      password: { too_small: "Ngola phasewete ea hao.", too_big: "Phasewete ha e telele hakaalo." },
    },
  },
  kept: {
    title: "Kena hore u tsoele pele",
    what: "U ne u se u tsoile. Seo u se ngotseng se bolokiloe leqepheng lena: kena, 'me se tla romeloa.",
    goOnTitle: "U kene hape",
    goOnWhat: "Seo u se ngotseng se ntse se le mona. Ha ho letho la sona le seng le bolokiloe.",
    goOn: "Se romele joale",
  },
  setUp: {
    title: "Hlophisa tleliniki ea hao",
    intro:
      "U tla ba motsamaisi oa eona oa pele: u eketsa mafapha le basebeletsi, 'me u ka etsa tsohle tseo ba li etsang.",
    fullName: "Lebitso la hao ka botlalo",
    fullNameHint: "Kamoo basebetsi-'moho le uena ba u tsebang kateng.",
    username: "Lebitso la ho kena",
    usernameHint: "Leo u kenang ka lona. Litlhaku le linomoro, ntle le libaka.",
    password: "Phasewete",
    submit: "Hlophisa 'me u kene",
    sayings: { full_name: { too_small: "Ngola lebitso la hao ka botlalo." } },
    step: (n, of) => `Mohato oa ${n} ho e ${of}`,
  },
  firstDepartment: {
    title: "Lefapha la hao la pele",
    what: "Ke sebaka seo bakuli ba bonoang ho sona. Ketelo e 'ngoe le e 'ngoe e na le lefapha la eona.",
    submit: "Le eketse 'me u tsoele pele",
    skip: "Tlola mohato ona hona joale",
  },
  key: {
    title: "Boloka kopi ea senotlolo",
    what:
      "Senotlolo se le seng se bula tsohle tse ngotsoeng mona. Ea lahlehetsoeng ke sona o lahlehetsoe ke lirekoto: ha ho motho ea ka li bulang ntle le sona, esita le ba entseng DOVMS.",
    inFile: "Senotlolo se faeleng ena k'homphieutheng ea tleliniki:",
    inSetting: "Senotlolo se khethong e bitsoang {setting}, moo DOVMS e qalisoang teng.",
    byCommand: "Senotlolo se hatisoa ke taelo e khethong e bitsoang {setting}.",
    copy: "Se kopitse ho USB kapa pampiring. Ke mola o le mong oa litlhaku tse 44.",
    lock:
      "Notlella kopi eo, hole le k'homphieutha le likopi tsa eona: ea nang le tsona ka bobeli a ka bala tsohle.",
    forTrying:
      "Senotlolo sena ke sa ho leka feela. Pele bakuli ba 'nete ba ngolisoa, qala bocha foldareng e ncha ka senotlolo sa hao.",
    howOwn: "Ho qala ka senotlolo sa hao",
    howOwnSteps: "Emisa DOVMS. Etsa senotlolo, 'me u qale ka sona foldareng e ncha:",
    whenNeeded: "Ha kopi e hlokahala",
    whenNeededSteps:
      "K'homphieutheng e 'ngoe, kapa ha senotlolo se lahlehile, qala ka kopi ea lirekoto le kopi ea senotlolo:",
    done: "Ho felile",
  },
  setUpDone: {
    title: "Tleliniki ena e hlophisitsoe",
    why: "E se e ntse e e-na le motsamaisi, kahoo linki e phethile mosebetsi oa eona.",
    signIn: "Kena",
    notYou:
      "Na e ne e se uena kapa motho eo u mo tsebang? K'homphieutheng ea tleliniki, {command} e u etsa motsamaisi.",
  },
  setUpOutdated: {
    title: "Linki ena ha e bulehe",
    why:
      "Linki ea ho hlophisa e sebetsa hang feela, metsotsong e 30 ka mor'a hore DOVMS e qalisoe. Ho na le litsela tse peli:",
    startAgain: "Emisa DOVMS 'me u e qalise hape: e tla hatisa linki e ncha. E kopitse kaofela.",
    byCommand:
      "Kapa u sebelise {command} k'homphieutheng eo DOVMS e sebetsang ho eona, 'me u kene ka phasewete eo e e hatisang.",
    haveAccount: "{signIn} haeba u se u ntse u e-na le ak'haonte.",
    signIn: "Kena",
  },
  newPassword: {
    hint: "Litlhaku tse 8 kapa ho feta. Mantsoe a mararo kapa a mane a sa amaneng ho bonolo ho a hopola.",
    again: (label) => `${label}, hape`,
    different: "Liphasewete tse peli ha li tšoane.",
  },
};
