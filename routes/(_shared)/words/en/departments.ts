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
  added: "The department has been added.",
  addFirst: "Add the first one below. Then visits can be logged.",
  askAdministrator: "Your administrator can add them.",
  rename: "Save the name",
  deactivate: "Take out of use",
  deactivateExplanation:
    "A department out of use takes no new visits and no new staff. Its earlier visits stay as they are.",
  reactivate: "Put back into use",
  reactivateExplanation: "Back in use, it takes visits as before.",
};
