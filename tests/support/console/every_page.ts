import type { Role } from "@/clinic/roles.ts";
import { roles } from "@/clinic/roles.ts";
import { addDepartment, changeDepartment } from "@/clinic/departments/departments.ts";
import { registerPatient } from "@/clinic/patients/register_patient.ts";
import { voidPatient } from "@/clinic/patients/void_patient.ts";
import { logVisit } from "@/clinic/visits/log_visit.ts";
import { today } from "@/clinic/calendar.ts";
import type { TestConsole } from "./console.ts";
import { ADMIN, signedIn, staffed } from "./people.ts";
import { asAdmin, somebody } from "./records.ts";
import type { Visitor } from "./visitor.ts";

/** A name that wants to be markup. */
export const NASTY = `Ts'epo <img src=x onerror=alert(1)> "&amp;`;
const LONG = "Nkhonoa-maputsoa-a-Rantšeuoa-oa-Likhoele-Malibamatšo";

/** A small clinic with someone of every role, hostile names, long ones, and records that are voided. */
export interface World {
  readonly console: TestConsole;
  readonly visitors: Readonly<Record<Role, Visitor>>;
  readonly department: string;
  readonly member: string;
  readonly patient: string;
  readonly nasty: string;
  readonly voided: string;
  readonly visit: string;
}

/** A page of the console. */
export interface EveryPage {
  readonly name: string;
  /** Its file under routes/. */
  readonly file: string;
  readonly path: (world: World) => string;
  readonly roles: readonly Role[];
}

const desk: readonly Role[] = ["admin", "doctor", "nurse", "receptionist"];

/** Every page for those who are signed in, and the roles that may see it. */
export const everyPage: readonly EveryPage[] = [
  row("home", "index.tsx", () => "/", roles),
  row("account", "account/index.tsx", () => "/account", roles),
  row("password", "password.tsx", () => "/password", roles),
  row("patients", "patients/index.tsx", () => "/patients", desk),
  row("patients-found", "patients/index.tsx", () => "/patients?q=a", desk),
  row("patients-nobody", "patients/index.tsx", () => "/patients?q=xqxqxq", desk),
  row("register", "patients/new.tsx", () => "/patients/new", desk),
  row("patient", "patients/[id]/index.tsx", ({ patient }) => patient, desk),
  row("patient-nasty", "patients/[id]/index.tsx", ({ nasty }) => nasty, desk),
  row("patient-voided", "patients/[id]/index.tsx", ({ voided }) => voided, ["admin", "doctor"]),
  row("patient-change", "patients/[id]/change.tsx", ({ nasty }) => `${nasty}/change`, desk),
  row("patient-card", "patients/[id]/card.tsx", ({ nasty }) => `${nasty}/card`, desk),
  row("patient-label", "patients/[id]/label.tsx", ({ nasty }) => `${nasty}/label`, desk),
  row("log-a-visit", "patients/[id]/visit.tsx", ({ nasty }) => `${nasty}/visit`, desk),
  row("visits", "visits/index.tsx", () => "/visits", desk),
  row("visits-none", "visits/index.tsx", () => "/visits?from=2001-01-01", desk),
  row("visits-print", "visits/print.tsx", () => "/visits/print", desk),
  row("visit", "visits/[id]/index.tsx", ({ visit }) => visit, desk),
  row("departments", "departments/index.tsx", () => "/departments", roles),
  row("department", "departments/[id]/index.tsx", ({ department }) => department, ["admin"]),
  row("staff", "staff/index.tsx", () => "/staff", roles),
  row("staff-new", "staff/new.tsx", () => "/staff/new", ["admin"]),
  row("member", "staff/[id]/index.tsx", ({ member }) => member, ["admin"]),
  row("audit", "audit/index.tsx", () => "/audit", ["admin", "auditor"]),
  row("audit-verify", "audit/verify.tsx", () => "/audit/verify", ["admin", "auditor"]),
  row("key", "set-up/key.tsx", () => "/set-up/key", ["admin"]),
];

/** Pages before signing in, those that somebody is led to, and what a form shows again: tests open them each in its own way. */
export const otherPages: readonly string[] = [
  "(open)/sign-in.tsx",
  "(open)/set-up.tsx",
  "(open)/resume.tsx",
  "(desk)/set-up/department.tsx",
  "(desk)/patients/[id]/void.tsx",
  "(desk)/patients/[id]/restore.tsx",
  "(desk)/visits/[id]/void.tsx",
  "(desk)/visits/[id]/restore.tsx",
  "(desk)/staff/[id]/active.tsx",
  "(desk)/staff/[id]/password-reset.tsx",
  "(desk)/departments/[id]/active.tsx",
];

function row(
  name: string,
  file: string,
  path: (world: World) => string,
  allowed: readonly Role[],
): EveryPage {
  return { name, file: `(desk)/${file}`, path, roles: allowed };
}

/** Makes the world in a console that nobody administers yet. */
export async function everyWorld(console: TestConsole): Promise<World> {
  await staffed(console.clinic, `General ${NASTY}`);
  const scope = asAdmin(console);
  const { clinic } = console;
  const [department] = clinic.store.directory.departments.keys();
  for (const name of ["Maternity", "TB and ART"]) await addDepartment(scope, { name });
  const closed = await addDepartment(scope, { name: "Radiology" });
  await changeDepartment(scope, { id: closed.id, change: { active: false }, ifVersion: undefined });

  const visitors = { admin: await signedIn(console, ADMIN) } as Record<Role, Visitor>;
  for (const role of roles) visitors[role] ??= await somebody(console, role);
  const nurse = [...clinic.store.directory.staff.values()].find(({ role }) => role === "nurse")!;

  const [patient, nasty, voided] = await Promise.all([
    registered(console, "Palesa Mokoena", "100"),
    registered(console, `${NASTY} ${LONG}`, "ABCDEFGH-1234/5678"),
    registered(console, "Registered Twice", "102"),
  ]);
  const visit = { department_id: department!, doctor_id: nurse.id, visit_date: today(clinic), notes: NASTY };
  const logged = [];
  for (let n = 0; n < 22; n++) {
    const patient_id = n % 2 === 0 ? patient : nasty;
    const visit_time = `00:0${n % 10}`;
    logged.push((await logVisit(scope, { ...visit, patient_id, visit_time })).id);
  }
  await voidPatient(scope, { id: voided, reason: NASTY, ifVersion: undefined });
  return {
    console,
    visitors,
    department: `/departments/${department}`,
    member: `/staff/${nurse.id}`,
    patient: `/patients/${patient}`,
    nasty: `/patients/${nasty}`,
    voided: `/patients/${voided}`,
    visit: `/visits/${logged[0]}`,
  };
}

async function registered(console: TestConsole, full_name: string, file_number: string): Promise<string> {
  const person = { date_of_birth: "1984-06-12", gender: "F", contact_details: NASTY } as const;
  const { id } = await registerPatient(asAdmin(console), { ...person, full_name, file_number });
  return id;
}
