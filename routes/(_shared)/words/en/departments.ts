import { counting } from "../counting.ts";

const count = counting("en");

/** Departments. */
export const departments = {
  title: "Departments",
  one: "Department",
  count: count("1 department", "# departments"),
  add: "Add a department",
  name: "Name",
  inactive: "No longer in use",
};
