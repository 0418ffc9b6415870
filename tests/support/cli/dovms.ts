import { dirname, join } from "node:path";
import { permissions } from "@/tests/support/program.ts";

/** What a command printed, and its exit code. */
export interface CommandResult {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

const ROOT = dirname(dirname(dirname(import.meta.dirname!)));

/** Runs main.ts as the dovms task does. Data and configuration lie in `folder`, as startProgram() has them. */
export async function dovms(
  folder: string,
  args: string[],
  env: Record<string, string> = {},
): Promise<CommandResult> {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", ...permissions(), "main.ts", ...args],
    cwd: ROOT,
    env: { XDG_CONFIG_HOME: join(folder, "config"), DOVMS_DATA: join(folder, "data"), NO_COLOR: "1", ...env },
    stdin: "null",
  }).output();
  const text = new TextDecoder();
  return { code, out: text.decode(stdout), err: text.decode(stderr) };
}

/** Runs a test in an empty folder, which is gone afterwards. */
export async function withFolder(test: (folder: string) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "dovms-cli-" });
  try {
    await test(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** Every file under a folder and the digest of its bytes, but for SQLite's -shm, which each opening makes anew. */
export async function fileDigests(folder: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for await (const { name, isDirectory } of Deno.readDir(folder)) {
    const path = join(folder, name);
    if (isDirectory) Object.assign(found, await fileDigests(path));
    else if (!name.endsWith("-shm")) found[path] = await digestOf(path);
  }
  return found;
}

async function digestOf(path: string): Promise<string> {
  const bytes = await Deno.readFile(path);
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return `${bytes.length} ${digest.toHex()}`;
}

/** Signs in at a server; gives the status and, at 200, the access token. */
export async function signIn(url: string, username: string, password: string) {
  const response = await fetch(`${url}/api/auth/login/`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ username, password }),
  });
  const { access } = await response.json();
  return { status: response.status, access: access as string | undefined };
}
