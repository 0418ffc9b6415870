import { existsSync } from "node:fs";
import { findChromium } from "./chromium.ts";

/**
 * Makes sure of a browser for the browser tests: on Debian, as root, installs it. Elsewhere says how, and those tests
 * mark themselves ignored.
 *
 * @returns false when an installation was tried and failed
 */
export async function installChromium(): Promise<boolean> {
  if (findChromium() !== undefined) return true;
  if (!canInstall()) {
    console.log(
      "No Chromium was found, so the browser tests are left out. Install it, or set DOVMS_CHROMIUM.",
    );
    return true;
  }
  return await aptGet("update") &&
    await aptGet("install", "--yes", "--no-install-recommends", "chromium");
}

function canInstall(): boolean {
  if (Deno.env.has("DOVMS_CHROMIUM")) return false; // whoever names a browser wants that one
  return Deno.build.os === "linux" && Deno.uid() === 0 &&
    existsSync("/etc/debian_version");
}

async function aptGet(...args: string[]): Promise<boolean> {
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  const { success } = await new Deno.Command("apt-get", {
    args: ["-q", ...args],
    env,
    stdin: "null",
  }).spawn().status;
  return success;
}
