import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { chromiumPath } from "@/tests/support/chromium.ts";
import { inBrowser, mustBeSound } from "@/tests/support/console/browsing.ts";
import type { TestConsole } from "@/tests/support/console/console.ts";
import { ADMIN } from "@/tests/support/console/people.ts";

const IMAGE = "<img src=x onerror=alert(1)>";

for (const [width, height] of [[360, 740], [1280, 800]] as const) {
  Deno.test({
    name: `the first run with the keyboard alone, ${width} px wide [S43] [S44] (needs Chromium)`,
    ignore: chromiumPath === undefined,
    fn: () => inBrowser({ width, height }, firstRun),
  });
}

async function firstRun(page: Page, console: TestConsole): Promise<void> {
  await setUpByLink(page, console);
  await addDepartment(page);
  await addNurse(page);
  await registerPatient(page);
  await logVisit(page);
  await findAgain(page);
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
  await firstDepartment(page);
  await readOfTheKey(page);
  await page.getByRole("heading", { name: ADMIN.full_name }).waitFor();
  assert.equal(page.url(), `${url}/`);
  await mustBeSound(page);
}

async function firstDepartment(page: Page): Promise<void> {
  await page.getByText("Step 2 of 3").waitFor();
  await mustBeSound(page);
  await page.keyboard.type("Maternity"); // the field has the focus already
  await page.keyboard.press("Enter");
}

async function readOfTheKey(page: Page): Promise<void> {
  await page.getByText("Step 3 of 3").waitFor();
  await mustBeSound(page);
  await press(page, "main summary");
  await page.getByText("deno task start").first().waitFor();
  await mustBeSound(page);
  await press(page, "main a[href='/']");
}

async function addDepartment(page: Page): Promise<void> {
  await press(page, "nav a[href='/departments']");
  await type(page, "#name", IMAGE);
  await page.keyboard.press("Enter");
  await page.getByText("The department has been added.").waitFor();
  await page.getByRole("rowheader", { name: IMAGE }).waitFor();
  await mustBeSound(page);
  assert.equal(await page.evaluate("document.images.length"), 0);
  await press(page, "nav a[href='/']");
}

async function addNurse(page: Page): Promise<void> {
  await press(page, ".steps .button");
  await page.getByRole("heading", { name: "Add a member of staff" }).waitFor();
  await mustBeSound(page);
  await type(page, "#full_name", `Lebo ${IMAGE}`);
  await choose(page, "#role", "Nurse");
  await choose(page, "#department_id", "Maternity");
  await type(page, "#username", "lebo");
  await page.keyboard.press("Enter");
  await page.getByText("it is shown only once").waitFor();
  await mustBeSound(page);
  await press(page, "main .button");
  await page.getByRole("rowheader", { name: "Lebo" }).waitFor();
  await mustBeSound(page);
}

async function registerPatient(page: Page): Promise<void> {
  await press(page, "nav a[href='/patients']");
  await page.getByRole("heading", { name: "Patients" }).waitFor();
  await mustBeSound(page);
  await press(page, "nav a[href='/']");
  await page.getByRole("heading", { name: "Next steps" }).waitFor();
  await press(page, ".steps .button");
  await page.getByRole("heading", { name: "Register a patient" }).waitFor();
  await press(page, "#form button"); // the name and the rest are not filled in
  await page.getByRole("alert").waitFor();
  assert.match(await page.title(), /^Error: /);
  await mustBeSound(page);
  await type(page, "#full_name", `Ts'epo ${IMAGE}`);
  await type(page, "#age", "45");
  await reach(page, "#gender");
  await page.keyboard.press("Space");
  await press(page, "#form button");
  await page.getByText("The patient has been registered.").waitFor();
  await page.getByText("about 45").waitFor();
  await mustBeSound(page);
  assert.equal(await page.evaluate("document.images.length"), 0);
}

async function logVisit(page: Page): Promise<void> {
  await press(page, ".actions a");
  await page.getByRole("heading", { name: "Log a visit" }).waitFor();
  await mustBeSound(page);
  await choose(page, "#department_id", "Maternity");
  await choose(page, "#doctor_id", "Lebo");
  await type(page, "#notes", "Cough for two weeks");
  await press(page, "#form button");
  await page.getByText("The visit has been logged.").waitFor();
  await page.getByText("Cough for two weeks").waitFor();
  await mustBeSound(page);
}

async function findAgain(page: Page): Promise<void> {
  await type(page, "#search", "tsepo");
  await page.keyboard.press("Enter");
  await page.getByText("1 patient found").waitFor();
  await mustBeSound(page);
  await press(page, "nav a[href='/visits']");
  await page.getByRole("heading", { name: "Visits" }).waitFor();
  await page.getByRole("rowheader", { name: "Ts'epo" }).waitFor();
  await mustBeSound(page);
  await press(page, "nav a[href='/']");
  await page.getByText("1 visit today.").waitFor();
  await page.getByRole("heading", { name: "Next steps" }).waitFor({ state: "detached" });
  await press(page, "figure summary");
  await press(page, ".wide"); // it can be scrolled by keys
  await mustBeSound(page);
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
  await press(page, ".person summary");
  await press(page, ".menu button");
  await page.getByText("You are signed out").waitFor();
  assert.equal(await page.evaluate("document.scripts.length"), 0);
  await mustBeSound(page);
  await page.keyboard.type(ADMIN.username); // the field has the focus already
  await type(page, "#password", ADMIN.password);
  await page.keyboard.press("Enter");
  await page.getByRole("rowheader", { name: "Maternity" }).waitFor();
  await press(page, ".person summary");
  await press(page, ".menu a[href='/account']");
  await page.getByRole("heading", { name: "Where you are signed in" }).waitFor();
  await mustBeSound(page);
  await press(page, "nav a[href='/audit']");
  await page.getByRole("heading", { name: "Audit" }).waitFor();
  await mustBeSound(page);
  await page.goBack();
  await press(page, "main a[href='/password']");
  await page.getByRole("heading", { name: "Change your password" }).waitFor();
  await mustBeSound(page);
}

async function type(page: Page, selector: string, text: string): Promise<void> {
  await reach(page, selector);
  await page.keyboard.type(text);
}

/** Chooses from a list by typing how the choice begins, as the keyboard does. */
async function choose(page: Page, selector: string, beginning: string): Promise<void> {
  await reach(page, selector);
  await page.keyboard.type(beginning);
}

async function press(page: Page, selector: string): Promise<void> {
  await reach(page, selector);
  await page.keyboard.press("Enter");
}

/** Moves the focus on with Tab until it is there, and makes sure that it can be seen. */
async function reach(page: Page, selector: string): Promise<void> {
  const target = page.locator(selector).and(page.locator(":focus-visible"));
  for (let steps = 0; steps < 60; steps++) {
    if (await target.count() > 0) return;
    await page.keyboard.press("Tab");
  }
  assert.fail(`no way to ${selector} with Tab`);
}
