import { counting } from "../counting.ts";

const count = counting("en");

/** Patients. */
export const patients = {
  title: "Patients",
  one: "Patient",
  count: count("1 patient", "# patients"),
  register: "Register a patient",
  full_name: "Full name",
  date_of_birth: "Date of birth",
  age: "Age",
  gender: "Gender",
  genders: { M: "Male", F: "Female", O: "Other", U: "Not known" },
  contact_details: "Contact details",
  file_number: "File number",
  voided: "Voided",
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
};
