/** The codes that a condition of a unit can refuse it with. A new one needs a migration that adds it to the trigger. */
export const refusals = [
  "version_conflict",
  "unknown_patient",
  "inactive_department",
  "not_a_clinician",
  "last_administrator",
  "already_set_up",
] as const;

export type RefusalCode = typeof refusals[number];
