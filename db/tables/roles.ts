/** The roles that a member of staff can have. What each may do is the clinic's policy (clinic/permissions.ts). */
export const roles = ["admin", "doctor", "nurse", "receptionist", "auditor"] as const;
export type Role = typeof roles[number];

/** Whether a text read from a record names a role. */
export function isRole(text: string): text is Role {
  return (roles as readonly string[]).includes(text);
}
