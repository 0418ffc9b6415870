import { readTextIfExists } from "@/cli/files.ts";
import { UsageError } from "./options.ts";

/**
 * The text of a file that a setting names.
 *
 * @param setting the flag or variable, for the error's message
 * @throws UsageError where there is no such file
 */
export async function readNamedFile(setting: string, path: string): Promise<string> {
  const text = await readTextIfExists(path);
  if (text === undefined) throw new UsageError(`${setting}: there is no file ${path}`);
  return text;
}

/** The password in a file that a setting names, without the line's end. @throws UsageError */
export async function readPasswordFile(setting: string, path: string): Promise<string> {
  return (await readNamedFile(setting, path)).replace(/\r?\n$/, "");
}
