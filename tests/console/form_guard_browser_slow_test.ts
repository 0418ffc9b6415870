import assert from "node:assert/strict";
import type { Store } from "@/db/store.ts";
import { chromiumPath } from "@/tests/support/chromium.ts";
import { atWork, browserTest, inBrowser, WIDE } from "@/tests/support/console/browsing.ts";

Deno.test({
  name: "leaving a form that was filled in is asked about first, sending it is not (needs Chromium)",
  ignore: chromiumPath === undefined,
  fn: () =>
    inBrowser(WIDE, async (page, console) => {
      await atWork(page, console);
      const asked: string[] = [];
      page.removeAllListeners("dialog");
      page.on("dialog", async (dialog) => {
        asked.push(dialog.type());
        await dialog.dismiss();
      });
      await page.goto(`${console.url}/departments`);
      await page.locator("#name").pressSequentially("Phar");
      const question = page.waitForEvent("dialog");
      await page.locator("nav a[href='/staff']").click();
      await question;
      assert.deepEqual(asked, ["beforeunload"]);
      assert.equal(await page.locator("#name").inputValue(), "Phar");
      await page.locator("#name").press("Enter");
      await page.getByRole("rowheader", { name: "Phar" }).waitFor();
      await page.locator("nav a[href='/staff']").click();
      await page.getByRole("heading", { name: "Staff" }).waitFor();
      assert.deepEqual(asked, ["beforeunload"]);
    }),
});

browserTest("a second press while a form is on its way sends nothing", WIDE, async (page, console) => {
  await atWork(page, console);
  await page.goto(`${console.url}/departments`);
  const slow = slowCommits(console.clinic.store);
  let sent = 0;
  page.on("request", (request) => request.method() === "POST" && sent++);
  const pressedAgain = page.waitForEvent("console", (message) => message.text() === "pressed again");
  await page.locator("#name").fill("Pharmacy");
  await page.evaluate(PRESS_TWICE);
  await slow.begun;
  await pressedAgain;
  slow.release();
  await page.getByRole("rowheader", { name: "Pharmacy" }).waitFor();
  assert.equal(sent, 1);
  assert.equal(await page.getByRole("rowheader").count(), 2);
});

/** The second press comes after an answer, when the form has been sent. */
const PRESS_TWICE = `(() => {
  const form = document.querySelector("#form");
  form.requestSubmit();
  fetch("/stay").then(() => {
    
    form.requestSubmit();
    console.log("pressed again");
  });
})()`;

/** Commits wait until they are released. */
function slowCommits(store: Store): { begun: Promise<void>; release: () => void } {
  const begun = Promise.withResolvers<void>();
  const released = Promise.withResolvers<void>();
  const commit = store.commit.bind(store);
  store.commit = async (...unit) => {
    begun.resolve();
    await released.promise;
    return await commit(...unit);
  };
  return { begun: begun.promise, release: released.resolve };
}
