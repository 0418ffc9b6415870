import assert from "node:assert/strict";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { type Role, roles } from "@/clinic/roles.ts";
import { chromiumPath, launch } from "@/tests/support/chromium.ts";
import { complaintsOf, mustBeSound, TELL_VIOLATIONS } from "@/tests/support/console/browsing.ts";
import { testConsole } from "@/tests/support/console/console.ts";
import { staffed } from "@/tests/support/console/people.ts";
import {
  type EveryPage,
  everyPage,
  everyWorld,
  NASTY,
  type World,
} from "@/tests/support/console/every_page.ts";

/** How a browser is set. */
interface Setting {
  readonly width: number;
  readonly colours: "light" | "dark";
  readonly script: boolean;
  readonly locale: string;
}

/** Five settings in which every pair of values of two of the four factors occurs: fewer do not do. */
const SETTINGS: readonly Setting[] = [
  { width: 360, colours: "light", script: true, locale: "en" },
  { width: 360, colours: "dark", script: false, locale: "st-LS" },
  { width: 1280, colours: "light", script: false, locale: "st-LS" },
  { width: 1280, colours: "dark", script: true, locale: "st-LS" },
  { width: 1280, colours: "dark", script: false, locale: "en" },
];

Deno.test("the settings hold every pair of values", () => {
  const factors = ["width", "colours", "script", "locale"] as const;
  for (const one of factors) {
    for (const other of factors.slice(factors.indexOf(one) + 1)) {
      const pairs = new Set(SETTINGS.map((setting) => `${setting[one]} ${setting[other]}`));
      assert.equal(pairs.size, 4, `${one} and ${other}`);
    }
  }
});

Deno.test({
  name:
    "every page as every role, and in every pair of width, colours, script and language [S43] (needs Chromium)",
  ignore: chromiumPath === undefined,
  async fn() {
    await using console = await testConsole();
    const world = await everyWorld(console);
    const browser = await launch();
    try {
      const windows = new Windows(browser, world);
      for (const [nth, page] of everyPage.entries()) {
        for (const [role, setting] of visitsTo(page, nth)) await windows.open(page, role, setting);
      }
      assert.deepEqual(console.failures, []);
    } finally {
      await browser.close();
    }
  },
});

Deno.test({
  name:
    "the pages before signing in, in every pair of width, colours, script and language [S43] (needs Chromium)",
  ignore: chromiumPath === undefined,
  async fn() {
    await using unset = await testConsole();
    await using console = await testConsole();
    await staffed(console.clinic);
    const browser = await launch();
    try {
      for (const setting of SETTINGS) {
        const page = await (await browser.newContext(contextOf(setting))).newPage();
        await page.addInitScript(TELL_VIOLATIONS);
        const complaints = complaintsOf(page);
        const open = `${unset.url}/set-up?secret=${unset.clinic.setUp.secret}`;
        const closed = [`${unset.url}/set-up`, `${console.url}/set-up`];
        const mustBeRight = async (status: number) => {
          assert.equal(await page.evaluate("document.scripts.length"), 0, page.url());
          const fits = await page.evaluate("document.documentElement.scrollWidth <= innerWidth");
          assert.equal(fits, true, page.url());
          if (setting.script) await mustBeSound(page);
          const unexpected = complaints.splice(0).filter((text) => !isExpected(text, status, setting));
          assert.deepEqual(unexpected, [], page.url());
        };
        for (const url of [open, ...closed, `${console.url}/sign-in`]) {
          const status = (await page.goto(url))!.status();
          assert.equal(status, closed.includes(url) ? 404 : 200, url);
          await mustBeRight(status);
        }
        await sendForm(page, "/patients/new"); // without a session: it is kept
        await page.waitForURL("**/resume?**");
        await mustBeRight(200);
      }
    } finally {
      await browser.close();
    }
  },
});

/** Sends the page's form, as somebody does whose session has ended meanwhile. */
async function sendForm(page: Page, action: string): Promise<void> {
  await page.locator("#username").fill(NASTY);
  await page.evaluate(
    `(() => { const [form] = document.forms; form.action = "${action}"; form.submit(); })()`,
  );
}

/**
 * Every role once, each in another setting, shifted from page to page; then as the first role that may see it in the settings
 * that only those had who may not.
 */
function visitsTo(page: EveryPage, nth: number): [Role, Setting][] {
  const visits = roles.map((role, n): [Role, Setting] => [role, SETTINGS[(nth + n) % SETTINGS.length]!]);
  const unseen = visits.filter(([role]) => !page.roles.includes(role));
  return [...visits, ...unseen.map(([, setting]): [Role, Setting] => [page.roles[0]!, setting])];
}

/** A window for each role in each setting, kept open. */
class Windows {
  readonly #pages = new Map<string, { page: Page; complaints: string[] }>();

  constructor(private readonly browser: Browser, private readonly world: World) {}

  async open(every: EveryPage, role: Role, setting: Setting): Promise<void> {
    const { page, complaints } = await this.#window(role, setting);
    const what = `${every.name} as ${role}, ${JSON.stringify(setting)}`;
    const response = await page.goto(this.world.console.url + every.path(this.world));
    const status = response!.status();
    assert.equal(status < 400, every.roles.includes(role), what);
    assert.equal(await page.evaluate("document.images.length"), 0, what);
    assert.equal(await page.evaluate("document.documentElement.scrollWidth <= innerWidth"), true, what);
    assert.equal(await page.locator("html").getAttribute("lang"), setting.locale.slice(0, 2), what);
    if (setting.script) await mustBeSound(page);
    assert.deepEqual(complaints.splice(0).filter((text) => !isExpected(text, status, setting)), [], what);
  }

  async #window(role: Role, setting: Setting) {
    const key = `${role} ${JSON.stringify(setting)}`;
    const known = this.#pages.get(key);
    if (known) return known;
    const page = await (await this.#context(role, setting)).newPage();
    await page.addInitScript(TELL_VIOLATIONS);
    const opened = { page, complaints: complaintsOf(page) };
    this.#pages.set(key, opened);
    return opened;
  }

  async #context(role: Role, setting: Setting): Promise<BrowserContext> {
    const { console: { url }, visitors } = this.world;
    const context = await this.browser.newContext(contextOf(setting));
    const [name, value] = visitors[role].cookie!.split("=");
    await context.addCookies([{ name: name!, value: value!, url }]);
    return context;
  }
}

function contextOf({ width, colours, script, locale }: Setting): BrowserContextOptions {
  return { viewport: { width, height: 800 }, colorScheme: colours, javaScriptEnabled: script, locale };
}

/** The browser tells of every page that is refused, and gives up modules that it read of but may not run. */
function isExpected(complaint: string, status: number, { script }: Setting): boolean {
  if (status >= 400 && complaint.includes(`status of ${status}`)) return true;
  return !script && /^failed: .*\/_fresh\/js\//.test(complaint);
}
