import { counting } from "../counting.ts";

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
};
