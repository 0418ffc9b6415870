/**
 * Gives back the permissions that only the start needed: loading native code, reading the environment and the system,
 * running programs. Code that an attacker gets to run in the server later does not have them.
 */
export function dropPermissions(): void {
  for (const name of ["ffi", "sys", "env", "run"] as const) Deno.permissions.revokeSync({ name });
}
