import type { ClinicErrorCode, FieldCode } from "@/clinic/errors.ts";
import { counting } from "@/routes/(_shared)/words/counting.ts";

const count = counting("en");

/** What is wrong with a form. */
export const formProblems = {
  /** Above the list of problems. */
  summary: count("One thing to correct", "Some things to correct"),
  /** Where nothing better is known. */
  otherwise: "This value cannot be used.",

  /** Where a schema refuses a field, by field and zod's code. A page that knows better says so in its own area. */
  fields: {
    full_name: {
      too_small: "Enter the full name.",
      too_big: "A name has at most 200 characters.",
      invalid_format: "A name has at least one letter.",
    },
    date_of_birth: { invalid_format: "Enter a valid date of birth." },
    gender: { invalid_value: "Choose one of these." },
    contact_details: { too_big: "Contact details have at most 200 characters." },
    file_number: {
      too_small: "Enter a file number.",
      too_big: "A file number has at most 32 characters.",
      invalid_format: "A file number has only letters, digits, / and -.",
    },
    patient_id: { too_small: "Choose a patient.", too_big: "There is no such patient." },
    department_id: { too_small: "Choose a department.", too_big: "There is no such department." },
    doctor_id: { too_small: "Choose who sees the patient.", too_big: "There is no such person here." },
    visit_date: { invalid_format: "Enter a valid day for the visit." },
    visit_time: { invalid_format: "Enter the time of the visit, for example 09:30." },
    notes: { too_big: "Notes have at most 10,000 characters." },
    reason: { too_small: "Give a reason.", too_big: "A reason has at most 500 characters." },
    name: {
      too_small: "Enter a name.",
      too_big: "A name has at most 100 characters.",
      invalid_format: "A name has at least one letter.",
    },
    role: { invalid_value: "Choose a role." },
    username: {
      too_small: "Choose a username.",
      too_big: "A username has at most 64 characters.",
      invalid_format: "A username has only letters, digits and . _ @ -, without spaces.",
    },
    password: { too_small: "Choose a password.", too_big: "A password has at most 1,024 characters." },
    current: { too_small: "Enter your current password.", too_big: "This password is too long." },
    new: { too_small: "Choose a new password.", too_big: "A password has at most 1,024 characters." },
  },

  /** What the clinic refuses, by the code of the field or of the refusal. */
  refused: {
    // of a password
    too_short: "A password has at least 8 characters.",
    a_name: "A password must not be a name that people here know.",
    too_common: "This password is too common.",
    wrong_password: "This is not your current password.",
    unchanged: "The new password is the same as the old one.",
    // of what is named
    required: "This role needs a department.",
    unknown_patient: "There is no such patient.",
    unknown_department: "There is no such department.",
    inactive_department: "This department is no longer in use.",
    unknown_staff: "There is no such member of staff.",
    not_a_clinician: "Only an active doctor or nurse can see a patient.",
    unknown_cursor: "There is no such page.",
    not_an_id: "There is nobody here with this ID.",
    // of a day, or an age
    wrong_format: "There is no such day.",
    out_of_range: "This age is not possible.",
    in_the_future: "This day is in the future.",
    too_far_ahead: "A visit can be at most one year ahead.",
    start_after_end: "The start date is after the end date.",
    // taken already
    file_number_taken: "Another patient, perhaps a voided one, has this file number.",
    username_taken: "Somebody already has this username. Choose another.",
    department_name_taken: "Another department, perhaps one no longer in use, has this name.",
    // of the whole record: these name no field
    last_administrator: "This is the last active administrator. Make somebody else an administrator first.",
    already_voided: "This record is already voided.",
    not_voided: "This record is not voided.",
    version_conflict:
      "Somebody else has changed this record in the meantime. Check what has changed, then save again.",
    record_unreadable: "This record cannot be opened, so it cannot be changed.",
  } satisfies Record<InForms, string> & Partial<Record<ClinicErrorCode, string>>,
};

/** What the clinic may refuse in a form. The other codes are found by the schemas (`fields`), or are about JSON. */
type InForms = Exclude<
  FieldCode,
  "unknown_field" | "duplicate_key" | "too_deep" | "wrong_type" | "too_long" | "not_allowed"
>;
