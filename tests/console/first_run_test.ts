import assert from "node:assert/strict";
import axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import { addDepartment } from "../../clinic/departments.ts";
import { chromiumPath, launch } from "../support/chromium.ts";
import { type TestConsole, testConsole } from "./console.ts";
import { ADMIN } from "./people.ts";

const IMAGE = "<img src=x onerror=alert(1)>";

for (const [width, height] of [[360, 740], [1280, 800]] as const) {
  Deno.test({
    name: `the first run with the keyboard alone, ${width} px wide [S43] [S44] (needs Chromium)`,
    ignore: chromiumPath === undefined,
    fn: () => inBrowser(width, height, firstRun),
  });
}

async function firstRun(page: Page, console: TestConsole): Promise<void> {
  await setUpByLink(page, console);
  await seeDepartments(page, console);
  await switchTheme(page);
  await signOutAndIn(page);
}

async function setUpByLink(page: Page, { url, clinic }: TestConsole): Promise<void> {
  await page.goto(`${url}/set-up?secret=${clinic.setUp.secret}`);
  await mustBeSound(page);
  assert.equal(await page.evaluate("document.scripts.length"), 0);
  await type(page, "#full_name", ADMIN.full_name);
  await type(page, "#username", ADMIN.username);
  await type(page, "#password", ADMIN.password);
  await type(page, "#again", ADMIN.password);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: ADMIN.full_name }).waitFor();
  assert.equal(page.url(), `${url}/`);
  await page.getByText("There are none yet").waitFor();
  await press(page, "summary");
  await page.getByText("Authorization: Bearer TOKEN").waitFor();
  await mustBeSound(page);
}

async function seeDepartments(page: Page, { clinic }: TestConsole): Promise<void> {
  const [admin] = clinic.store.directory.staff.values();
  const actor = { staffId: admin!.id, sessionId: "test", role: "admin" as const };
  for (const name of ["Maternity", IMAGE]) await addDepartment({ clinic, actor, source: "test" }, { name });
  await page.reload();
  assert.deepEqual(await page.locator(".tiles li").allTextContents(), [IMAGE, "Maternity"]);
  assert.equal(await page.evaluate("document.images.length"), 0);
}

async function switchTheme(page: Page): Promise<void> {
  const paper = () => page.evaluate("getComputedStyle(document.documentElement).backgroundColor");
  const light = await paper();
  await reach(page, ".themes input");
  await page.keyboard.press("ArrowRight");
  assert.equal(await paper(), light);
  await page.keyboard.press("ArrowRight");
  const dark = await paper();
  assert.notEqual(dark, light);
  await mustBeSound(page);
  await page.reload();
  assert.equal(await paper(), dark);
  await page.locator(".themes input[value=dark]:checked").waitFor({ state: "attached" });
}

async function signOutAndIn(page: Page): Promise<void> {
  await press(page, ".masthead button");
  await page.getByText("You are signed out").waitFor();
  assert.equal(await page.evaluate("document.scripts.length"), 0);
  await mustBeSound(page);
  await page.keyboard.type(ADMIN.username); // the field has the focus already
  await type(page, "#password", ADMIN.password);
  await page.keyboard.press("Enter");
  await page.getByText("Maternity").waitFor();
  await press(page, "nav a[href='/password']");
  await page.getByRole("heading", { name: "Change your password" }).waitFor();
  await mustBeSound(page);
}

/** Runs `work` in a new browser on a new clinic; whatever the browser complains of fails the test. */
async function inBrowser(
  width: number,
  height: number,
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

const TELL_VIOLATIONS =
  'addEventListener("securitypolicyviolation", (e) => console.error("policy", e.violatedDirective, e.blockedURI))';

function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  page.on("pageerror", ({ message }) => complaints.push(message));
  page.on("dialog", (dialog) => complaints.push(`dialog: ${dialog.message()}`));
  page.on("requestfailed", (request) => complaints.push(`failed: ${request.url()}`));
  return complaints;
}

/** Nothing hangs over the edge, and axe finds nothing, at the contrast that sunlight needs (7:1). */
async function mustBeSound(page: Page): Promise<void> {
  assert.equal(await page.evaluate("document.documentElement.scrollWidth <= innerWidth"), true, page.url());
  await page.evaluate(axe.source); // through the debugger, which the page's policy does not bind
  const found = await page.evaluate(`axe.run(document, { rules: {
    "color-contrast-enhanced": { enabled: true }, "target-size": { enabled: true } } })
    .then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + " " + html)))`);
  assert.deepEqual(found, [], page.url());
}

async function type(page: Page, selector: string, text: string): Promise<void> {
  await reach(page, selector);
  await page.keyboard.type(text);
}

async function press(page: Page, selector: string): Promise<void> {
  await reach(page, selector);
  await page.keyboard.press("Enter");
}

/** Moves the focus on with Tab until it is there, and makes sure that it can be seen. */
async function reach(page: Page, selector: string): Promise<void> {
  const target = page.locator(selector).and(page.locator(":focus-visible"));
  for (let steps = 0; steps < 40; steps++) {
    if (await target.count() > 0) return;
    await page.keyboard.press("Tab");
  }
  assert.fail(`no way to ${selector} with Tab`);
}
