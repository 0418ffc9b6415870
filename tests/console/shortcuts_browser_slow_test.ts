import assert from "node:assert/strict";
import { atWork, browserTest, mustBeSound, WIDE } from "@/tests/support/console/browsing.ts";

browserTest(
  "keys lead on, are listed at ?, give way to typing, and can be switched off",
  WIDE,
  async (page, console) => {
    await atWork(page, console);
    await page.keyboard.press("/");
    assert.equal(await page.evaluate("document.activeElement.id"), "search");
    await page.keyboard.type("v?/"); // in the search they are letters
    assert.equal(await page.locator("#search").inputValue(), "v?/");
    await page.evaluate("document.activeElement.blur()");

    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "Keyboard shortcuts" }).waitFor();
    await mustBeSound(page);
    await page.keyboard.press("v"); // the dialog is in front
    await page.getByRole("dialog", { name: "Keyboard shortcuts" }).getByText("Close").click();
    await page.keyboard.press("v");
    await page.waitForURL("**/visits");

    await page.getByRole("button", { name: "Keyboard shortcuts" }).click();
    await page.getByLabel("Shortcuts are on").uncheck();
    await page.keyboard.press("Escape");
    await page.reload();
    await page.getByRole("button", { name: "Keyboard shortcuts" }).waitFor();
    await page.keyboard.press("h");
    await page.keyboard.press("/");
    assert.match(page.url(), /\/visits$/);
    assert.notEqual(await page.evaluate("document.activeElement.id"), "search");
  },
);
