import { counting } from "../counting.ts";

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
  today: "Today",
  noDepartments: {
    title: "There are none yet",
    what:
      "A department is a place where patients are seen: General Outpatient, Maternity, Radiology. Every visit belongs to one, so they come first.",
    askAdministrator: "Your administrator can add them.",
    add: "Add the first department",
  },
};
