import type { Context } from "fresh";
import type { SignedInPerson } from "@/clinic/staff/signed_in_person.ts";
import { toSignIn } from "./sign_in_address.ts";
import type { State } from "@/routes/(_shared)/state.ts";

/** Leads strangers to signing in, and those with a one-time password to choosing their own; undefined for all others. */
export function requireSignIn(ctx: Context<State>): Response | undefined {
  const { url, state: { visitor } } = ctx;
  if (!visitor) return toSignIn(ctx);
  return mayOpen(visitor.person, url.pathname) ? undefined : ctx.redirect("/password", 303);
}

/** Before choosing a password of their own, people can only do that, or sign out. */
function mayOpen({ passwordEndsAt }: SignedInPerson, path: string): boolean {
  return passwordEndsAt === null || path === "/password" || path === "/sign-out";
}
