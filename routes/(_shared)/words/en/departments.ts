import { counting } from "@/routes/(_shared)/words/counting.ts";

const count = counting("en");

/** Departments. */
export const departments = {
  title: "Departments",
  one: "Department",
  count: count("1 department", "# departments"),
  add: "Add a department",
  name: "Name",
  inactive: "No longer in use",
  active: "In use",
  state: "State",
  nameHint: "For example General Outpatient, Maternity or Radiology.",
  added: "The department is added.",
  addFirst: "Add the first one below. Then visits can be logged.",
  ask: "Your administrator can add them.",
  rename: "Save the name",
  deactivate: "Take it out of use",
  deactivateWhat: "Out of use, it takes no new visits and no new staff. Its old visits stay as they are.",
  reactivate: "Take it into use again",
  reactivateWhat: "In use again, it takes visits as before.",
};
