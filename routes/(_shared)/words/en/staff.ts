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
  chooseRole: "Choose a role",
  noDepartment: "None",
  departmentHint: "Doctors, nurses and receptionists belong to one.",
  added: (name: string) => `${name} has been added`,
  oneTimePassword: "One-time password",
  oneTimePasswordAdvice:
    "Write it down now: it is shown only once. It is for the first sign-in, when they choose a password of their own.",
  backToStaff: "Back to staff",
  state: "State",
  atWork: "At work",
  resetPassword: "Give a new one-time password",
  resetPasswordExplanation: "Signs them out everywhere. Their old password no longer works.",
  markAsLeft: "Mark as left",
  markAsLeftExplanation: "Signs them out everywhere. What they did stays under their name.",
  markAsBack: "Mark as back",
  markAsBackExplanation: "They can sign in again.",
  whatTheyDid: "What they did",
  saveDetails: "Save the details",
};
