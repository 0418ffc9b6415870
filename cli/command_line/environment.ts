import type { SystemFolders } from "@/cli/keys/key_secret.ts";

/** What the program reads from its surroundings, in one place, and hands on. */
export interface Environment {
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly folders: SystemFolders;
  readonly now: () => Date;
}

/** The environment of this process. Only the variables named are read, so that no wider permission is needed. */
export function processEnvironment(names: readonly string[]): Environment {
  const variables = Object.fromEntries(names.map((name) => [name, Deno.env.get(name)]));
  return { variables, folders: { config: configFolder() }, now: () => new Date() };
}

/** XDG_CONFIG_HOME on Linux, Library on macOS, APPDATA on Windows; undefined where none of them is set. */
function configFolder(): string | undefined {
  if (Deno.build.os === "windows") return Deno.env.get("APPDATA") || undefined;
  const xdg = Deno.env.get("XDG_CONFIG_HOME");
  if (xdg) return xdg;
  const home = Deno.env.get("HOME");
  if (!home) return undefined;
  return Deno.build.os === "darwin" ? `${home}/Library/Application Support` : `${home}/.config`;
}
