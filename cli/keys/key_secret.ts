import { randomBytes } from "node:crypto";
import { dirname, join } from "node:path";
import { fromBase64, toBase64 } from "@/db/crypto/base64.ts";
import type { SlotKind } from "@/db/crypto/slots.ts";
import { readTextIfExists, writePrivateFile } from "@/cli/files.ts";
import { UsageError } from "@/cli/command_line/options.ts";
import type { DatabaseSettings } from "@/cli/command_line/settings.ts";

/** A secret (32 bytes) that may open a slot, and the kind of slot. */
export interface KeySecret {
  readonly kind: SlotKind;
  readonly secret: Uint8Array;
}

/** The key that settings name; undefined when they name none. @throws UsageError */
export async function configuredKey(settings: DatabaseSettings): Promise<KeySecret | undefined> {
  const [source, text] = await readConfigured(settings);
  if (text === undefined) return undefined;
  try {
    return { kind: "key", secret: fromBase64(text.trim(), 32) };
  } catch {
    throw new UsageError(`${source}: must be 32 bytes in base64, e.g. from: openssl rand -base64 32`);
  }
}

async function readConfigured(
  { key, keyFile, keyCommand }: DatabaseSettings,
): Promise<[string, string | undefined]> {
  if (key !== undefined) return ["DOVMS_KEY", key];
  if (keyFile !== undefined) return ["DOVMS_KEY_FILE", await readRequiredFile(keyFile)];
  if (keyCommand !== undefined) return ["DOVMS_KEY_COMMAND", await runCommand(keyCommand)];
  return ["DOVMS_KEY", undefined];
}

async function readRequiredFile(path: string): Promise<string> {
  const text = await readTextIfExists(path);
  if (text === undefined) throw new UsageError(`DOVMS_KEY_FILE: there is no file ${path}`);
  return text;
}

async function runCommand(commandLine: string): Promise<string> {
  const [command, ...args] = commandLine.split(/\s+/);
  const { success, stdout } = await new Deno.Command(command!, { args, stderr: "inherit" }).output();
  if (!success) throw new UsageError("DOVMS_KEY_COMMAND: the command failed");
  return new TextDecoder().decode(stdout);
}

/** The operating system's folders, as the environment names them. */
export interface SystemFolders {
  readonly config: string | undefined;
}

/**
 * Where the evaluation key of a database lies: in the operating system's configuration folder, never in the data
 * folder, so that a copied data folder opens nothing.
 * @throws UsageError where there is no such folder, e.g. in a service without HOME
 */
export function evaluationKeyPath({ config }: SystemFolders, databaseId: string): string {
  if (config) return join(config, "dovms", `${databaseId}.key`);
  throw new UsageError(
    "there is no folder for the evaluation key (HOME and XDG_CONFIG_HOME are not set): give DOVMS_KEY or DOVMS_KEY_FILE",
  );
}

/** The evaluation key at `path`; undefined when it is not there. */
export async function readEvaluationKey(path: string): Promise<KeySecret | undefined> {
  const text = await readTextIfExists(path);
  return text === undefined ? undefined : { kind: "evaluation", secret: fromBase64(text.trim(), 32) };
}

export function newEvaluationKey(): KeySecret {
  return { kind: "evaluation", secret: randomBytes(32) };
}

export async function writeEvaluationKey(path: string, { secret }: KeySecret): Promise<void> {
  await Deno.mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await writePrivateFile(path, `${toBase64(secret)}\n`);
}
