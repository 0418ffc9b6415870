import { join } from "node:path";
import { type Browser, chromium } from "playwright-core";

const NAMES = ["chromium", "chromium-browser", "google-chrome"];

/**
 * The browser's executable: what DOVMS_CHROMIUM names, or the first Chromium on the PATH. Undefined when there is none;
 * browser tests then mark themselves ignored.
 */
export const chromiumPath: string | undefined = findChromium();

/**
 * Starts a headless browser. Whoever starts it closes it.
 *
 * @throws when there is no browser
 */
export function launch(): Promise<Browser> {
  if (chromiumPath === undefined) {
    throw new Error(
      "no Chromium on the PATH: install it, or set DOVMS_CHROMIUM",
    );
  }
  return chromium.launch({
    executablePath: chromiumPath,
    headless: true,
    args: FLAGS,
  });
}

// A test's browser speaks to the server under test and to nothing else.
const FLAGS = [
  "--no-sandbox", // Chromium refuses to start as root with it
  "--disable-quic",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

/** The same search again, for the test runner after it has installed a browser. */
export function findChromium(): string | undefined {
  const named = Deno.env.get("DOVMS_CHROMIUM");
  if (named !== undefined) return isFile(named) ? named : undefined;
  return candidates().find(isFile);
}

function candidates(): string[] {
  const windows = Deno.build.os === "windows";
  const folders = (Deno.env.get("PATH") ?? "").split(windows ? ";" : ":")
    .filter((folder) => folder !== "");
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, windows ? `${name}.exe` : name)));
}

function isFile(path: string): boolean {
  try {
    return Deno.statSync(path).isFile;
  } catch {
    return false;
  }
}
