import { counting } from "@/routes/(_shared)/words/counting.ts";

const count = counting("en");

/** Visits. */
export const visits = {
  title: "Visits",
  one: "Visit",
  count: count("1 visit", "# visits"),
  log: "Log a visit",
  visit_date: "Day",
  visit_time: "Time",
  department: "Department",
  doctor: "Seen by",
  notes: "Notes",
  notesWithheld: "Your role does not read notes.",
  chooseDepartment: "Choose a department",
  chooseClinician: "Choose who sees the patient",
  noClinicians: "There is no doctor or nurse yet. An administrator can add them.",
  from: "From",
  until: "Until",
  allDepartments: "All departments",
  reset: "Today, all departments",
  noVisits: "No visits on these days",
  noVisitsAdvice: "Find the patient with the search above, then log a visit on their page.",
  change: "Change this visit",
};
