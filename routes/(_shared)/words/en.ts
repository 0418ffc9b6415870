/** The areas of the console: one line and one file each, here and in st.ts. */
export { account } from "./en/account.ts";
export { audit } from "./en/audit.ts";
export { common } from "./en/common.ts";
export { dates } from "./en/dates.ts";
export { departments } from "./en/departments.ts";
export { errorPages } from "./en/error_pages.ts";
export { home } from "./en/home.ts";
export { patients } from "./en/patients.ts";
export { print } from "./en/print.ts";
export { formProblems } from "./en/form_problems.ts";
export { setUp } from "./en/set_up.ts";
export { signIn } from "./en/sign_in.ts";
export { staff } from "./en/staff.ts";
export { tools } from "./en/tools.ts";
export { visits } from "./en/visits.ts";
