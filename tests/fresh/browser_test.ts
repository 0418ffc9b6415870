import { deepEqual, equal } from "node:assert/strict";
import { chromium, type Page } from "playwright-core";
import { fixtureHandler } from "./support.ts";

const CHROMIUM = findChromium();
const ARGS = [
  "--no-sandbox",
  "--disable-quic",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

Deno.test({
  name: "islands come alive under a nonce policy and share a signal (needs Chromium: PATH or DOVMS_CHROMIUM)",
  ignore: CHROMIUM === undefined,
  fn: () =>
    withPage(async (page, complaints) => {
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
      deepEqual(complaints, []);
    }),
});

async function withPage(work: (page: Page, complaints: string[]) => Promise<void>): Promise<void> {
  const handler = await fixtureHandler();
  await using server = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen: () => {} }, handler);
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGS });
  try {
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    await page.goto(`http://127.0.0.1:${server.addr.port}/counter`);
    await work(page, complaints);
  } finally {
    await browser.close();
  }
}

function findChromium(): string | undefined {
  const given = Deno.env.get("DOVMS_CHROMIUM");
  if (given) return given;
  const folders = (Deno.env.get("PATH") ?? "").split(":");
  const names = ["chromium", "chromium-browser", "google-chrome"];
  return names.flatMap((name) => folders.map((folder) => `${folder}/${name}`)).find(isFile);
}

function isFile(path: string): boolean {
  try {
    return Deno.statSync(path).isFile;
  } catch {
    return false;
  }
}
