import { resolve } from "node:path";
import type { KeyLocation } from "@/clinic/key_location.ts";
import type { UnlockedKeys } from "./unlock_keys.ts";
import type { DatabaseSettings } from "@/cli/command_line/settings.ts";

/** Where the key is that opened the database. A command is not shown: it may contain a secret itself. */
export function keyLocationOf(
  { evaluationKey }: UnlockedKeys,
  { key, keyFile }: DatabaseSettings,
): KeyLocation {
  if (evaluationKey !== undefined) return { kind: "evaluation", path: resolve(evaluationKey) };
  if (key !== undefined) return { kind: "setting" };
  return keyFile === undefined ? { kind: "command" } : { kind: "file", path: resolve(keyFile) };
}
