import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { registerPatient } from "@/clinic/patients/register_patient.ts";
import type { Store } from "@/db/store.ts";
import { chromiumPath } from "@/tests/support/chromium.ts";
import { inBrowser, mustBeSound } from "@/tests/support/console/browsing.ts";
import type { TestConsole } from "@/tests/support/console/console.ts";
import { ADMIN, staffed } from "@/tests/support/console/people.ts";

const WIDE = { width: 1280, height: 800 };
const PHONE = { width: 360, height: 740 };

for (const size of [WIDE, PHONE]) {
  browserTest(`patients are found while one types, ${size.width} px wide`, size, async (page, console) => {
    await atWork(page, console);
    await register(console, "Thabo Mokoena", "100");
    await register(console, "'Mamosa Letsie", "101");
    await register(console, "<img src=x onerror=alert(1)> Letsie", "102");
    await page.goto(console.url);

    await page.locator("#search").pressSequentially("letsi");
    const options = page.getByRole("option");
    await options.first().waitFor();
    assert.equal(await options.count(), 2);
    assert.equal(await page.evaluate("document.images.length"), 0);
    await page.getByRole("status").getByText("2 patients found").waitFor({ state: "attached" });
    await mustBeSound(page);

    await page.keyboard.press("ArrowUp"); // from the search to the last
    assert.equal(await selected(page), await options.nth(1).textContent());
    await page.keyboard.press("ArrowDown"); // and round to the first
    assert.equal(await selected(page), await options.first().textContent());
    await page.keyboard.press("Escape");
    await page.getByRole("listbox").waitFor({ state: "hidden" });
    assert.equal(await page.locator("#search").inputValue(), "letsi");

    await page.keyboard.press("Backspace");
    await options.first().waitFor();
    await page.keyboard.press("Enter"); // none was moved to: the form is sent
    await page.getByText("2 patients found, best match first.").first().waitFor();

    await page.locator("#search").fill("100");
    await options.first().waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Thabo Mokoena" }).waitFor();

    await page.locator("#search").fill("mamosa");
    await options.first().click();
    await page.getByRole("heading", { name: "'Mamosa Letsie" }).waitFor();

    await page.locator("#search").fill("pulane");
    await page.locator(".results").getByText("No patient found").waitFor();
    assert.equal(await options.count(), 0);
    await page.locator("#search").fill("p");
    await page.locator(".results").waitFor({ state: "hidden" });
  });
}

browserTest("what is typed is asked for by POST: no address names a patient", WIDE, async (page, console) => {
  await atWork(page, console);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(`${request.method()} ${request.url()}`));
  await page.locator("#search").fill("mokoena");
  await page.locator(".results").getByText("No patient found").waitFor();
  assert.ok(asked.some((line) => line === `POST ${console.url}/patients/find`), asked.join("\n"));
  assert.ok(!asked.join().includes("mokoena"));
});

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
    await signIn(window);
    await window.getByRole("heading", { name: ADMIN.full_name }).waitFor();
    await window.close();
    await pass(page, console, 30);
    await dialog.waitFor({ state: "hidden" });
    assert.equal(await page.locator("#name").inputValue(), "Pharmacy");
    await page.locator("#name").press("Enter");
    await page.getByRole("rowheader", { name: "Pharmacy" }).waitFor();
  },
);

function browserTest(
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
async function atWork(page: Page, console: TestConsole): Promise<void> {
  await staffed(console.clinic);
  await page.goto(`${console.url}/sign-in`);
  await signIn(page);
  await page.getByRole("heading", { name: ADMIN.full_name }).waitFor();
  await page.getByRole("button", { name: "Keyboard shortcuts" }).waitFor(); // the islands are awake
}

async function signIn(page: Page): Promise<void> {
  await page.locator("#username").fill(ADMIN.username);
  await page.locator("#password").fill(ADMIN.password);
  await page.locator("#password").press("Enter");
}

async function register({ clinic }: TestConsole, full_name: string, file_number: string): Promise<void> {
  const [admin] = clinic.store.directory.staff.values();
  const actor = { staffId: admin!.id, sessionId: "test", role: "admin" as const };
  const patient = {
    full_name,
    file_number,
    date_of_birth: "1990-01-01",
    gender: "F",
    contact_details: "",
  } as const;
  await registerPatient({ clinic, actor, source: "test" }, patient);
}

/** Time goes by, here and there. */
async function pass(page: Page, console: TestConsole, seconds: number): Promise<void> {
  console.advance(seconds);
  await page.clock.runFor(seconds * 1_000);
}

function selected(page: Page): Promise<string | null> {
  return page.locator("[role=option][aria-selected=true]").textContent();
}
