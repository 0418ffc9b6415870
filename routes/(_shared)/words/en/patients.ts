import { counting } from "@/routes/(_shared)/words/counting.ts";

const count = counting("en");

/** Patients. */
export const patients = {
  title: "Patients",
  one: "Patient",
  count: count("1 patient", "# patients"),
  register: "Register a patient",
  full_name: "Full name",
  date_of_birth: "Date of birth",
  gender: "Gender",
  genders: { M: "Male", F: "Female", O: "Other", U: "Not known" },
  contact_details: "Contact details",
  file_number: "File number",
  /** Why two records may be of one person: the keys are the clinic's reasons, word for word. */
  reasons: {
    "the same name": "the same name",
    "the same names in another order": "the same names in another order",
    "the same names but for one more": "the same names but for one more",
    "a name that sounds the same": "a name that sounds the same",
    "a name that is one letter off": "a name that is one letter off",
    "a name in common": "a name in common",
    "born on the same day": "born on the same day",
    "day and month of birth changed places": "day and month of birth changed places",
    "birth dates that differ by one digit": "birth dates that differ by one digit",
    "born about the same time, the date estimated": "born about the same time, the date estimated",
    "the same phone number": "the same phone number",
    "but another gender": "but another gender",
  },
  searchHint:
    "Type parts of the name in any order, the file number, or the phone number into the search above.",
  found: count("1 patient found, best match first.", "# patients found, best match first."),
  foundMore: (shown: number, total: number) =>
    `The first ${shown} of ${total} found. Type more of the name to narrow it down.`,
  foundFirst: (shown: number, total: number) => `The first ${shown} of ${total}. Press Enter to see more.`,
  noneFound: "No patient found",
  noneFoundAdvice: "Try fewer letters, or another spelling. If the patient is new, register them.",
  dateHint: "For example 1992-03-27. If it is not known, give the age instead.",
  ageInstead: "Or the age in years",
  ageHint: "Saved as an estimate, and shown as one.",
  contactHint: "Phone numbers, village, next of kin.",
  registerNow: "Register",
  registerAnyway: "None of these: register",
  possibleDuplicate: "This person may already be registered",
  possibleDuplicateAdvice: "Open their page if it is the same person. Otherwise continue below.",
  registered: "The patient has been registered.",
  changeDetails: "Change details",
  changed: "The details have been changed.",
  logged: "The visit has been logged.",
  noVisits: "No visits yet",
  noVisitsAdvice: "When the patient is seen, log a visit.",
  estimated: "birth date estimated",
  voidRecord: "Void this record",
  voidExplanation:
    "For a record made by mistake. It no longer appears in lists and searches. It is not deleted, and can be restored.",
  voidReason: "Reason for voiding",
  voidedOn: (day: string) => `This record was voided on ${day}.`,
  restoreRecord: "Restore this record",
  restoreReason: "Reason for restoring (optional)",
  wasChanged:
    "Somebody else has changed this record in the meantime. The current version is shown below; what you typed is still in the form.",
  voidedMeanwhile:
    "This record was voided while you were typing, or is no longer here, so nothing was saved. What you typed is below: copy it, or send it again when the record has been restored.",
  history: "Who changed this record",
  byCommandLine: "From the command line",
};
