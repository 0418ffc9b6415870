import { counting } from "@/routes/(_shared)/words/counting.ts";

const count = counting("en");

/** The home page. */
export const home = {
  title: "Home",
  goodMorning: "Good morning",
  goodAfternoon: "Good afternoon",
  goodEvening: "Good evening",
  signedInAs: (role: string) => `You are signed in as ${role.toLowerCase()}.`,
  departments: "Departments",
  visitsToday: count("1 visit today.", "# visits today."),
  lately: "Visits a day, the last 14 days",
  figures: "The same as a table",
  figuresByDepartment: "The same as a table, by department",
  today: "Today",
  days: count("Last day", "Last # days"),
  most: (n: number) => `At most ${n} in a day`,
  noneLately: "No visits in the last 14 days.",
  steps: {
    title: "What is next",
    done: "Done:",
    department: "Add a department",
    departmentHow: "A place where patients are seen, such as General Outpatient.",
    clinician: "Add a nurse or a doctor",
    clinicianHow: "You are shown a one-time password for them.",
    patient: "Register the first patient",
    patientHow: "A name, an age and a gender are enough.",
    visit: "Log the first visit",
    visitHow: "Find the patient, open their page, and log it there.",
    key: "Where the key to the records is, and how to keep a copy",
  },
  noDepartments: {
    title: "There are none yet",
    what:
      "A department is a place where patients are seen: General Outpatient, Maternity, Radiology. Every visit belongs to one, so they come first.",
    askAdministrator: "Your administrator can add them.",
    add: "Add the first department",
  },
};
