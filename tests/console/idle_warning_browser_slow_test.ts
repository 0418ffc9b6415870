import assert from "node:assert/strict";
import { atWork, browserTest, mustBeSound, signInByForm, WIDE } from "@/tests/support/console/browsing.ts";
import type { TestConsole } from "@/tests/support/console/console.ts";
import { ADMIN } from "@/tests/support/console/people.ts";
import type { Page } from "playwright-core";

browserTest("before a session ends one is asked, and can stay", WIDE, async (page, console) => {
  await page.clock.install();
  await atWork(page, console);
  const dialog = page.getByRole("alertdialog");
  await pass(page, console, 27 * 60);
  assert.equal(await dialog.isVisible(), false);
  await pass(page, console, 75);
  await dialog.getByText("Are you still there?").waitFor();
  await mustBeSound(page);
  await dialog.getByRole("button", { name: "Stay signed in" }).click();
  await dialog.waitFor({ state: "hidden" });
  await pass(page, console, 20 * 60);
  assert.equal(await dialog.isVisible(), false);
  assert.equal((await page.goto(`${console.url}/account`))?.status(), 200);
});

browserTest("whoever types for an hour in one page stays signed in", WIDE, async (page, console) => {
  await page.clock.install();
  await atWork(page, console);
  await page.goto(`${console.url}/patients/new`);
  for (let minutes = 0; minutes < 60; minutes += 5) {
    const renewed = page.waitForResponse("**/stay");
    await page.locator("#contact_details").press("a");
    await pass(page, console, 5 * 60);
    await renewed;
  }
  assert.equal(await page.getByRole("alertdialog").isVisible(), false);
  await page.locator("#contact_details").fill("");
  await page.evaluate("delete document.documentElement.dataset.unsaved");
  assert.equal((await page.goto(`${console.url}/account`))?.status(), 200);
});

browserTest("a page that nobody uses leads to signing in, and back", WIDE, async (page, console) => {
  await page.clock.install();
  await atWork(page, console);
  await page.goto(`${console.url}/visits`);
  await pass(page, console, 31 * 60);
  await page.waitForURL("**/sign-in?next=%2Fvisits");
});

browserTest(
  "what was typed when the session ended stays under a cover until one has signed in again",
  WIDE,
  async (page, console) => {
    await page.clock.install();
    await atWork(page, console);
    await page.goto(`${console.url}/departments`);
    await page.locator("#name").pressSequentially("Pharmacy");
    await pass(page, console, 31 * 60);
    const dialog = page.getByRole("alertdialog");
    await dialog.getByText("You have been signed out").waitFor();
    await mustBeSound(page);
    await page.keyboard.press("Escape");
    assert.equal(await dialog.isVisible(), true);

    const [window] = await Promise.all([
      page.context().waitForEvent("page"),
      dialog.getByText("Sign in").last().click(),
    ]);
    await signInByForm(window);
    await window.getByRole("heading", { name: ADMIN.full_name }).waitFor();
    await window.close();
    await pass(page, console, 30);
    await dialog.waitFor({ state: "hidden" });
    assert.equal(await page.locator("#name").inputValue(), "Pharmacy");
    await page.locator("#name").press("Enter");
    await page.getByRole("rowheader", { name: "Pharmacy" }).waitFor();
  },
);

/** Time goes by, here and there. */
async function pass(page: Page, console: TestConsole, seconds: number): Promise<void> {
  console.advance(seconds);
  await page.clock.runFor(seconds * 1_000);
}
