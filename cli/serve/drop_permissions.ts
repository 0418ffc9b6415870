/**
 * Gives back what only the start needed: loading native code, reading the environment, looking at the system. Whoever
 * gets to run code in the server later finds these doors shut.
 */
export function dropPermissions(): void {
  for (const name of ["ffi", "sys", "env", "run"] as const) Deno.permissions.revokeSync({ name });
}
