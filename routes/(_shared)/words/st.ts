/** The areas of the console in Sesotho: see st/common.ts for its glossary. */
export { account } from "./st/account.ts";
export { audit } from "./st/audit.ts";
export { common } from "./st/common.ts";
export { dates } from "./st/dates.ts";
export { departments } from "./st/departments.ts";
export { errorPages } from "./st/error_pages.ts";
export { home } from "./st/home.ts";
export { patients } from "./st/patients.ts";
export { print } from "./st/print.ts";
export { formProblems } from "./st/form_problems.ts";
export { setUp } from "./st/set_up.ts";
export { signIn } from "./st/sign_in.ts";
export { staff } from "./st/staff.ts";
export { tools } from "./st/tools.ts";
export { visits } from "./st/visits.ts";
