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
  visitsPerDay: "Visits per day, last 14 days",
  asTable: "Show as a table",
  asTableByDepartment: "Show as a table, by department",
  today: "Today",
  lastDays: count("Last day", "Last # days"),
  maxPerDay: (n: number) => `At most ${n} in one day`,
  noRecentVisits: "No visits in the last 14 days.",
  steps: {
    title: "Next steps",
    done: "Done:",
    department: "Add a department",
    departmentHint: "A place where patients are seen, such as General Outpatient.",
    clinician: "Add a nurse or a doctor",
    clinicianHint: "You will see a one-time password for them.",
    patient: "Register the first patient",
    patientHint: "A name, an age and a gender are enough.",
    visit: "Log the first visit",
    visitHint: "Find the patient, open their page, and log the visit there.",
    key: "Where the key to the records is, and how to keep a copy",
  },
  noDepartments: {
    title: "No departments yet",
    explanation:
      "A department is a place where patients are seen: General Outpatient, Maternity, Radiology. Every visit belongs to one, so they come first.",
    askAdministrator: "Your administrator can add them.",
    add: "Add the first department",
  },
};
