import { counting } from "@/routes/(_shared)/words/counting.ts";

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
  chooseRole: "Choose a role",
  noDepartment: "None",
  departmentHint: "Doctors, nurses and receptionists belong to one.",
  added: (name: string) => `${name} is added`,
  oneTime: "One-time password",
  oneTimeAdvice:
    "Write it down now: it is shown this once. It serves for the first sign-in, where a password of one's own is chosen.",
  goOn: "Back to the staff",
  state: "State",
  atWork: "At work",
  reset: "Give a new one-time password",
  resetWhat: "Signs them out everywhere, and their old password ends.",
  leave: "They have left",
  leaveWhat: "Signs them out everywhere. What they did stays under their name.",
  comeBack: "They are back",
  comeBackWhat: "They can sign in again.",
  whatTheyDid: "What they did",
  saveDetails: "Save the details",
};
