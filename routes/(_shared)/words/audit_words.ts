import type { AuditAction } from "@/clinic/audit/trail.ts";
import type { KnownPerson } from "@/clinic/audit/audit_record.ts";
import type { ClinicHandle } from "@/clinic/scope.ts";
import { instantInWords } from "./dates.ts";
import { textFor, type Words } from "./words.ts";

/** What was done, in words; undefined for an action that this program does not know. */
export function actionInWords({ audit }: Words, action: string): string | undefined {
  return textFor(audit.actions, action);
}

/** When it was. An entry that was altered may hold a time that does not exist. */
export function whenInWords(words: Words, clinic: ClinicHandle, at: string | null): string {
  const isInstant = at !== null && !Number.isNaN(Date.parse(at));
  return isInstant ? instantInWords(words, clinic, at) : words.audit.noTime;
}

/** The heading that an action is listed under. */
export function areaInWords({ audit }: Words, action: AuditAction): string {
  return audit.areas[action.split(".")[0] as keyof typeof audit.areas];
}

/** Who did something. Where the entry names nobody, the action tells whether it was the program or a stranger. */
export function actorInWords({ audit, patients }: Words, by: KnownPerson | null, action: string): string {
  if (by !== null) return by.name ?? by.id;
  if (action.startsWith("operator.")) return patients.byCommandLine;
  return SYSTEM_ACTIONS.includes(action) ? audit.program : audit.notSignedIn;
}

const SYSTEM_ACTIONS: readonly string[] = [
  "record.open",
  "system.start",
  "system.witness",
] satisfies AuditAction[];
