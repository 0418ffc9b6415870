import { resolve } from "node:path";
import type { KeyPlace } from "@/clinic/key_place.ts";
import type { Custody } from "./custody.ts";
import type { DatabaseSettings } from "@/cli/settings.ts";

/** Where the key lies that has opened the database. Of a command nothing is told: it may hold a secret itself. */
export function keyPlaceOf({ evaluationKey }: Custody, { key, keyFile }: DatabaseSettings): KeyPlace {
  if (evaluationKey !== undefined) return { kind: "evaluation", path: resolve(evaluationKey) };
  if (key !== undefined) return { kind: "setting" };
  return keyFile === undefined ? { kind: "command" } : { kind: "file", path: resolve(keyFile) };
}
