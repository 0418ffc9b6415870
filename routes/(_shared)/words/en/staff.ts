import { counting } from "../counting.ts";

const count = counting("en");

/** Staff. */
export const staff = {
  title: "Staff",
  one: "Member of staff",
  count: count("1 member of staff", "# members of staff"),
  add: "Add a member of staff",
  full_name: "Full name",
  username: "Username",
  role: "Role",
  department: "Department",
  inactive: "Has left",
  initialPassword: "First password",
  sayings: { password: { too_small: "The first password has at least 8 characters." } },
};
