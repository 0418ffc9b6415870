import { type KeyStore, KeysUnavailable, type UnlockedKeys, unlockKeys } from "@/cli/keys/unlock_keys.ts";
import type { Environment } from "@/cli/command_line/environment.ts";
import { configuredKey } from "@/cli/keys/key_secret.ts";
import { UsageError } from "@/cli/command_line/options.ts";
import type { DatabaseSettings } from "@/cli/command_line/settings.ts";
import { type Check, warning, well, wrong } from "./check.ts";

/** The keys of a database, or the check that failed. Unlike a start it never creates keys. */
export async function unlockForReading(
  keyStore: Omit<KeyStore, "write">,
  settings: DatabaseSettings,
  { folders, now }: Environment,
): Promise<UnlockedKeys | Check> {
  const write = () => Promise.reject(new KeysUnavailable(`${keyStore.name} is missing`));
  try {
    const own = await configuredKey(settings);
    return await unlockKeys({ ...keyStore, write }, own, settings, folders, now());
  } catch (error) {
    if (!(error instanceof KeysUnavailable || error instanceof UsageError)) throw error;
    return wrong("keys", `The keys cannot be had: ${error.message}`);
  }
}

/** Whether the database is opened by an evaluation key. */
export function checkKeys({ evaluationKey }: Pick<UnlockedKeys, "evaluationKey">): Check {
  if (evaluationKey === undefined) return well("keys", "The key opens the database's keys");
  return warning(
    "keys",
    `The key is an evaluation key, a plain file (${evaluationKey}): copy it to a safe place apart from the data, ` +
      "and before real patients are registered start a new data folder with a key of your own (DOVMS_KEY_FILE)",
  );
}
