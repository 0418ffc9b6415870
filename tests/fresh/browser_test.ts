import { deepEqual, equal } from "node:assert/strict";
import type { Page } from "playwright-core";
import { chromiumPath, launch } from "@/tests/support/chromium.ts";
import { fixtureHandler } from "./support.ts";

Deno.test({
  name: "islands start under a nonce policy and share a signal (needs Chromium: PATH or DOVMS_CHROMIUM)",
  ignore: chromiumPath === undefined,
  fn: () =>
    withPage(async (page, errors) => {
      await page.locator("#counter.live").waitFor();
      equal(await page.locator("#counter button").isDisabled(), false);
      await page.locator("#counter button").click();
      await page.locator("#counter button").click();
      await page.getByText("5 since 1970").waitFor();
      equal(await page.locator("#counter output").textContent(), "5");
      equal(await page.locator("#counter button").textContent(), '</script><b title="x">');
      await page.locator("#local").click();
      await page.locator("#after").waitFor();
      deepEqual(await page.locator("td:has(#local) > *").allTextContents(), ["before", "open", "after"]);
      await page.locator("#local").click();
      await page.locator("#after").waitFor({ state: "detached" });
      deepEqual(await page.locator("td:has(#local) > *").allTextContents(), ["shut"]);
      equal(await page.locator("tbody > tr").count(), 2);
      equal(await page.evaluate('document.querySelector("#show").search.startsWith("?__frsh_c=")'), true);
      deepEqual(errors, []);
    }),
});

async function withPage(work: (page: Page, errors: string[]) => Promise<void>): Promise<void> {
  const handler = await fixtureHandler();
  await using server = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen: () => {} }, handler);
  const browser = await launch();
  try {
    const page = await browser.newPage();
    const errors: string[] = [];
    page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
    page.on("pageerror", (error) => errors.push(error.message));
    await page.goto(`http://127.0.0.1:${server.addr.port}/counter`);
    await work(page, errors);
  } finally {
    await browser.close();
  }
}
