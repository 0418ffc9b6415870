import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { chromiumPath } from "@/tests/support/chromium.ts";
import { inBrowser, mustBeSound } from "@/tests/support/console/browsing.ts";
import { ADMIN, signedIn, staffed } from "@/tests/support/console/people.ts";
import { PATIENT, register } from "@/tests/support/console/records.ts";

const MM = 72 / 25.4; // points
const LONG = {
  ...PATIENT,
  full_name: "Retšelisitsoe ".repeat(14).trim(),
  file_number: "ABCDEFGH-IJKLMNOP/QRSTUVWX-YZabc",
};

for (const width of [360, 1280]) {
  Deno.test({
    name: `cards and labels are one page of their size, whatever the name, ${width} px wide (needs Chromium)`,
    ignore: chromiumPath === undefined,
    fn: () =>
      inBrowser({ width, height: 800 }, async (page, console) => {
        await staffed(console.clinic);
        const admin = await signedIn(console, ADMIN);
        const [name, value] = admin.cookie!.split("=");
        await page.context().addCookies([{ name: name!, value: value!, url: console.url }]);
        for (const patient of [await register(admin), await register(admin, LONG)]) {
          for (const [slip, size] of [["card", [148, 105]], ["label", [62, 29]]] as const) {
            await page.goto(`${console.url}${patient}/${slip}`);
            await page.getByRole("button", { name: "Print" }).waitFor();
            await mustBeSound(page);
            assert.equal(await inside(page), true, `${slip} holds what stands on it`);
            await mustBeOnePage(page, size);
          }
        }
        await page.goto(`${console.url}/visits/print`);
        await mustBeSound(page);
      }),
  });
}

Deno.test({
  name: "the button opens the browser's own dialogue; without a script the page says how (needs Chromium)",
  ignore: chromiumPath === undefined,
  fn: () =>
    inBrowser({ width: 1280, height: 800 }, async (page, console) => {
      await staffed(console.clinic);
      const admin = await signedIn(console, ADMIN);
      const [name, value] = admin.cookie!.split("=");
      const cookie = { name: name!, value: value!, url: console.url };
      await page.context().addCookies([cookie]);
      await page.addInitScript("globalThis.print = () => document.documentElement.dataset.printed = 'yes'");
      await page.goto(`${console.url}${await register(admin)}/card`);
      await page.getByRole("button", { name: "Print" }).click();
      assert.equal(await page.evaluate("document.documentElement.dataset.printed"), "yes");

      const plain = await page.context().browser()!.newContext({ javaScriptEnabled: false });
      await plain.addCookies([cookie]);
      const still = await plain.newPage();
      await still.goto(page.url());
      assert.equal(await still.getByRole("button", { name: "Print" }).count(), 0);
      await still.getByText("Ctrl and P").waitFor();
      await plain.close();
    }),
});

/** Whether nothing sticks out of the card or label but what is cut with an ellipsis. */
function inside(page: Page): Promise<unknown> {
  return page.evaluate(`(() => {
    const slip = document.querySelector(".slip").getBoundingClientRect();
    return [...document.querySelectorAll(".slip *")].every((each) => {
      const { right, bottom } = each.getBoundingClientRect();
      return right <= slip.right + 1 && bottom <= slip.bottom + 1;
    });
  })()`);
}

async function mustBeOnePage(page: Page, [wide, high]: readonly [number, number]): Promise<void> {
  const pdf = new TextDecoder("latin1").decode(await page.pdf({ preferCSSPageSize: true }));
  const boxes = [...pdf.matchAll(/\/MediaBox *\[0 0 ([\d.]+) ([\d.]+)\]/g)];
  assert.equal(boxes.length, 1, "one page");
  const [, width, height] = boxes[0]!.map(Number);
  assert.ok(
    Math.abs(width! - wide * MM) < 2 && Math.abs(height! - high * MM) < 2,
    `${width} by ${height} points`,
  );
}
