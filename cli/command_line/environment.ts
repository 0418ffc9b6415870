import type { SystemFolders } from "@/cli/keys/key_secret.ts";

/** What the program is told from outside, read in one place and handed on. */
export interface Environment {
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly folders: SystemFolders;
  readonly now: () => Date;
}

/** The process's own. Only names the program knows are read, so that it needs no wider permission. */
export function processEnvironment(names: readonly string[]): Environment {
  const variables = Object.fromEntries(names.map((name) => [name, Deno.env.get(name)]));
  return { variables, folders: { config: configFolder() }, now: () => new Date() };
}

/** XDG's on Linux, Library on macOS, APPDATA on Windows; undefined where the system names none. */
function configFolder(): string | undefined {
  if (Deno.build.os === "windows") return Deno.env.get("APPDATA") || undefined;
  const own = Deno.env.get("XDG_CONFIG_HOME");
  if (own) return own;
  const home = Deno.env.get("HOME");
  if (!home) return undefined;
  return Deno.build.os === "darwin" ? `${home}/Library/Application Support` : `${home}/.config`;
}
