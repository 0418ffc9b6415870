/** What a unit's conditions can refuse, by code. A migration adds a code to the trigger when one is added here. */
export const refusals = [
  "version_conflict",
  "unknown_patient",
  "inactive_department",
  "not_a_clinician",
  "last_administrator",
  "already_set_up",
] as const;

export type RefusalCode = typeof refusals[number];
