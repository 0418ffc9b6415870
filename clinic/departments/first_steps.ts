import { clinicianRoles } from "@/clinic/roles.ts";
import { query } from "@/clinic/verb.ts";

/** What a new clinic has already, in the order in which each needs those before it. */
export interface FirstSteps {
  readonly department: boolean;
  /** Somebody who can see patients. */
  readonly clinician: boolean;
  readonly patient: boolean;
  readonly visit: boolean;
}

/** Whether there is one of each yet, voided and inactive ones included. No record is opened: counters say it. */
export const firstSteps = query(
  "department.add", // those who set a clinic up
  async ({ clinic: { store } }, _: void): Promise<FirstSteps> => {
    const { directory, patients, visits } = store;
    if (await visits.total({ withVoided: true }) > 0) return ALL; // which needs all the others
    return {
      department: directory.departments.size > 0,
      clinician: [...directory.staff.values()].some(({ role }) => CLINICIANS.includes(role)),
      patient: await patients.total(true) > 0,
      visit: false,
    };
  },
);

const CLINICIANS: readonly string[] = clinicianRoles;
const ALL: FirstSteps = { department: true, clinician: true, patient: true, visit: true };
