import type { Actor, ClinicHandle } from "@/clinic/scope.ts";
import { ClinicError } from "@/clinic/errors.ts";
import { authenticate } from "@/clinic/access/sessions.ts";

/**
 * The actor that an Authorization header authenticates. Only one `Bearer <token>` is accepted: another scheme counts as
 * no token, and two headers arrive joined by a comma, which is in no token.
 *
 * @throws ClinicError token_missing | token_invalid | token_expired
 */
export async function actorOf(clinic: ClinicHandle, authorization: string | undefined): Promise<Actor> {
  if (!authorization?.startsWith("Bearer ")) throw new ClinicError("token_missing");
  const token = authorization.slice("Bearer ".length);
  if (!/^[\w.-]+$/.test(token)) throw new ClinicError("token_invalid");
  return await authenticate(clinic, token, "access");
}
