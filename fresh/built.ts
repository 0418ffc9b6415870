import type { AppHandler } from "./app/assemble.ts";

/**
 * The handler of the app as built: `_fresh/server.js` beside `root` (the URL of a file or folder of the project). It is
 * imported by a computed URL, so that other code can be type-checked before there is a build. Fresh's own builder
 * writes the same file.
 *
 * @throws when there is no build, with the command that makes one
 */
export async function builtHandler(root: string): Promise<AppHandler> {
  const url = new URL("_fresh/server.js", root).href;
  try {
    const server: { default: { fetch: AppHandler } } = await import(url);
    return server.default.fetch;
  } catch (cause) {
    if (isMissing(cause, url)) throw new Error("The console is not built: run `deno task build`", { cause });
    throw cause;
  }
}

function isMissing(error: unknown, url: string): boolean {
  return error instanceof TypeError && error.message.startsWith("Module not found") &&
    error.message.includes(url);
}
