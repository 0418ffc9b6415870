// Sesotho in the orthography of Lesotho, written by non-native authors: it awaits a native reviewer.
import { counting } from "@/routes/(_shared)/words/counting.ts";
import type { formProblems as english } from "@/routes/(_shared)/words/en/form_problems.ts";

const count = counting("st");

export const formProblems: typeof english = {
  summary: count("Ho na le ntho e le 'ngoe e lokelang ho lokisoa", "Ho na le lintho tse lokelang ho lokisoa"),
  otherwise: "Sena se ke ke sa sebelisoa.",

  fields: {
    full_name: {
      too_small: "Ngola lebitso ka botlalo.",
      too_big: "Lebitso le na le litlhaku tse sa feteng 200.",
      invalid_format: "Lebitso le na le bonyane tlhaku e le 'ngoe.",
    },
    date_of_birth: { invalid_format: "Ngola letsatsi la tsoalo: letsatsi le leng teng khalendareng." },
    gender: { invalid_value: "Khetha e 'ngoe ea tsena." },
    contact_details: { too_big: "Mona ho lekana litlhaku tse sa feteng 200." },
    file_number: {
      too_small: "Ngola nomoro ea faele.",
      too_big: "Nomoro ea faele e na le litlhaku tse sa feteng 32.",
      invalid_format: "Nomoro ea faele e na le litlhaku, linomoro, / le - feela.",
    },
    patient_id: { too_small: "Khetha mokuli.", too_big: "Ha ho mokuli ea joalo." },
    department_id: { too_small: "Khetha lefapha.", too_big: "Ha ho lefapha le joalo." },
    doctor_id: { too_small: "Khetha ea bonang mokuli.", too_big: "Ha ho motho ea joalo mona." },
    visit_date: { invalid_format: "Ngola letsatsi la ketelo: letsatsi le leng teng khalendareng." },
    visit_time: { invalid_format: "Ngola nako ea ketelo, mohlala 09:30." },
    notes: { too_big: "Lintlha li na le litlhaku tse sa feteng 10,000." },
    reason: { too_small: "Bolela lebaka.", too_big: "Lebaka le na le litlhaku tse sa feteng 500." },
    name: {
      too_small: "Ngola lebitso.",
      too_big: "Lebitso le na le litlhaku tse sa feteng 100.",
      invalid_format: "Lebitso le na le bonyane tlhaku e le 'ngoe.",
    },
    role: { invalid_value: "Khetha boemo." },
    username: {
      too_small: "Khetha lebitso la ho kena.",
      too_big: "Lebitso la ho kena le na le litlhaku tse sa feteng 64.",
      invalid_format: "Lebitso la ho kena le na le litlhaku, linomoro le . _ @ - feela, ntle le libaka.",
    },
    password: {
      too_small: "Khetha phasewete.",
      too_big: "Phasewete e na le litlhaku tse sa feteng 1,024.",
    },
    current: { too_small: "Ngola phasewete ea hao ea joale.", too_big: "Phasewete ha e telele hakaalo." },
    new: {
      too_small: "Khetha phasewete e ncha.",
      too_big: "Phasewete e na le litlhaku tse sa feteng 1,024.",
    },
  },

  refused: {
    too_short: "Phasewete e na le bonyane litlhaku tse 8.",
    a_name: "Phasewete ha ea lokela ho ba lebitso leo batho ba mona ba le tsebang.",
    too_common: "Ena ke e 'ngoe ea liphasewete tse sebelisoang ke batho ba bangata haholo.",
    wrong_password: "Ena hase phasewete ea hao ea joale.",
    unchanged: "Phasewete e ncha e tšoana le ea khale.",
    required: "Boemo bona bo hloka lefapha.",
    unknown_patient: "Ha ho mokuli ea joalo.",
    unknown_department: "Ha ho lefapha le joalo.",
    inactive_department: "Lefapha lena ha le sa sebelisoa.",
    unknown_staff: "Ha ho mosebeletsi ea joalo.",
    not_a_clinician: "Ke ngaka kapa mooki ea ntseng a sebetsa feela ea ka bonang mokuli.",
    unknown_cursor: "Ha ho leqephe le joalo.",
    not_an_id: "Ena hase nomoro ea motho mona.",
    wrong_format: "Ha ho letsatsi le joalo.",
    out_of_range: "Ha ho motho oa lilemo tse joalo.",
    in_the_future: "Letsatsi lena ha le e-s'o fihle.",
    too_far_ahead: "Ketelo e ke ke ea beoa nakong e fetang selemo.",
    start_after_end: "Letsatsi la pele le tla ka mor'a la ho qetela.",
    file_number_taken: "Nomoro ena ea faele ke ea mokuli e mong, mohlomong ea hlakotsoeng.",
    username_taken: "Motho e mong o se a ntse a sebelisa lebitso lena la ho kena. Khetha le leng.",
    department_name_taken: "Lebitso lena ke la lefapha le leng, mohlomong le seng le sa sebelisoe.",
    last_administrator: "Enoa ke motsamaisi oa ho qetela. Etsa motho e mong motsamaisi pele.",
    already_voided: "Sena se se se hlakotsoe.",
    not_voided: "Sena ha sea hlakoloa.",
    version_conflict:
      "Motho e mong o fetotse sena ha u ntse u ngola. Sheba se fetotsoeng, ebe u fetola hape.",
    record_unreadable: "Rekoto ena ha e khone ho buloa, kahoo e ke ke ea fetoloa.",
  },
};
