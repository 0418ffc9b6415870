import assert from "node:assert/strict";
import axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import { chromiumPath, launch } from "@/tests/support/chromium.ts";
import { type TestConsole, testConsole } from "./console.ts";
import { ADMIN, staffed } from "./people.ts";

/** Runs `work` in a new browser on a new clinic; whatever the browser complains of fails the test. */
export async function inBrowser(
  { width, height }: { readonly width: number; readonly height: number },
  work: (page: Page, console: TestConsole) => Promise<void>,
): Promise<void> {
  await using console = await testConsole();
  const browser: Browser = await launch();
  try {
    const page = await browser.newPage({ viewport: { width, height }, colorScheme: "light" });
    const complaints = complaintsOf(page);
    await page.addInitScript(TELL_VIOLATIONS);
    await work(page, console);
    assert.deepEqual(complaints, []);
    assert.deepEqual(console.failures, []);
  } finally {
    await browser.close();
  }
}

/** For a page before it loads: what its policy forbids is told on its console. */
export const TELL_VIOLATIONS =
  'addEventListener("securitypolicyviolation", (e) => console.error("policy", e.violatedDirective, e.blockedURI))';

/** What the browser complains of from now on: errors, warnings, dialogs, requests that fail. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on("console", (message) => {
    const isRefusedForm = message.text().includes("status of 422"); // which the test sends on purpose
    if (["error", "warning"].includes(message.type()) && !isRefusedForm) complaints.push(message.text());
  });
  page.on("pageerror", ({ message }) => complaints.push(message));
  page.on("dialog", (dialog) => complaints.push(`dialog: ${dialog.message()}`));
  page.on("requestfailed", (request) => {
    const isGivenUp = request.failure()?.errorText === "net::ERR_ABORTED"; // by going on before it was there
    if (!isGivenUp) complaints.push(`failed: ${request.url()}`);
  });
  return complaints;
}

/** Nothing hangs over the edge, and axe finds nothing, at the contrast that sunlight needs (7:1). */
export async function mustBeSound(page: Page): Promise<void> {
  assert.equal(await page.evaluate("document.documentElement.scrollWidth <= innerWidth"), true, page.url());
  await page.evaluate(axe.source); // through the debugger, which the page's policy does not bind
  const found = await page.evaluate(`axe.run(document, { rules: {
    "color-contrast-enhanced": { enabled: true }, "target-size": { enabled: true } } })
    .then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + " " + html)))`);
  assert.deepEqual(found, [], page.url());
}

export const WIDE = { width: 1280, height: 800 };
export const PHONE = { width: 360, height: 740 };

/** A test in a browser, ignored where there is none. */
export function browserTest(
  name: string,
  size: { width: number; height: number },
  work: (page: Page, console: TestConsole) => Promise<void>,
): void {
  Deno.test({
    name: `${name} (needs Chromium)`,
    ignore: chromiumPath === undefined,
    fn: () => inBrowser(size, work),
  });
}

/** At the home page, signed in as the administrator. */
export async function atWork(page: Page, console: TestConsole): Promise<void> {
  await staffed(console.clinic);
  await page.goto(`${console.url}/sign-in`);
  await signInByForm(page);
  await page.getByRole("heading", { name: ADMIN.full_name }).waitFor();
  await page.getByRole("button", { name: "Keyboard shortcuts" }).waitFor(); // the islands are awake
}

/** Fills in the form to sign in and sends it. */
export async function signInByForm(page: Page): Promise<void> {
  await page.locator("#username").fill(ADMIN.username);
  await page.locator("#password").fill(ADMIN.password);
  await page.locator("#password").press("Enter");
}
