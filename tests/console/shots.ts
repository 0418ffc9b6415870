/**
 * `deno task shots`: a picture of every page, at 360 and 1280 px, light and dark, for people to look at. The patients are
 * invented. `--out FOLDER` (dist/shots), `--only NAME`.
 */
import { parseArgs } from "node:util";
import type { Browser } from "playwright-core";
import type { Role } from "@/clinic/roles.ts";
import { launch } from "@/tests/support/chromium.ts";
import { type TestConsole, testConsole } from "@/tests/support/console/console.ts";
import { type EveryPage, everyPage, everyWorld, type World } from "@/tests/support/console/every_page.ts";

const SIZES = [[360, 740], [1280, 800]] as const;
const COLOURS = ["light", "dark"] as const;
const HELP = `deno task shots [--out FOLDER] [--only NAME]

Pictures of every page of the console into FOLDER (dist/shots), with an index.html to look at them.
--only NAME takes the pages whose name holds NAME.`;

/** A page to be pictured: its name, its address, and who looks. */
interface Sight {
  readonly name: string;
  readonly url: string;
  readonly cookie: string | undefined;
}

async function shots(out: string, only: string): Promise<void> {
  await Deno.mkdir(out, { recursive: true });
  await using unset = await testConsole();
  await using console = await testConsole();
  const world = await everyWorld(console);
  const sights = [...before(unset, console), ...everyPage.map((page) => sightOf(page, world))];
  const chosen = sights.filter(({ name }) => name.includes(only));
  const browser = await launch();
  try {
    for (const [nth, sight] of chosen.entries()) {
      tell(`${nth + 1} of ${chosen.length}: ${sight.name}`);
      await picture(browser, sight, out);
    }
  } finally {
    await browser.close();
  }
  await Deno.writeTextFile(`${out}/index.html`, indexOf(chosen));
  tell(`${out}/index.html`);
}

/** The pages that need nobody signed in, and one that is not there. */
function before({ url, clinic }: TestConsole, console: TestConsole): Sight[] {
  const paths = {
    "set-up": `${url}/set-up?secret=${clinic.setUp.secret}`,
    "set-up-outdated": `${url}/set-up`,
  };
  const others = { "sign-in": `${console.url}/sign-in`, "set-up-done": `${console.url}/set-up` };
  return Object.entries({ ...paths, ...others }).map(([name, address]) => ({
    name,
    url: address,
    cookie: undefined,
  }));
}

function sightOf({ name, path, roles }: EveryPage, { console, visitors, ...world }: World): Sight {
  const role: Role = roles[0]!;
  return { name, url: console.url + path({ console, visitors, ...world }), cookie: visitors[role].cookie };
}

async function picture(browser: Browser, { name, url, cookie }: Sight, out: string): Promise<void> {
  for (const [width, height] of SIZES) {
    for (const colorScheme of COLOURS) {
      const context = await browser.newContext({ viewport: { width, height }, colorScheme });
      const [key, value] = cookie?.split("=") ?? [];
      if (key && value) await context.addCookies([{ name: key, value, url }]);
      const page = await context.newPage();
      await page.goto(url);
      await page.locator(".keys button, .card-page").first().waitFor(); // the scripts are there, where there are any
      await page.screenshot({ path: `${out}/${fileOf(name, width, colorScheme)}`, fullPage: true });
      await context.close();
    }
  }
}

function indexOf(sights: readonly Sight[]): string {
  const rows = sights.map(({ name }) => {
    const pictures = SIZES.flatMap(([width]) =>
      COLOURS.map((colours) =>
        `<img loading="lazy" width="${width / 2}" src="${fileOf(name, width, colours)}">`
      )
    );
    return `<h2>${name}</h2>${pictures.join(" ")}`;
  });
  return `<!doctype html><meta charset="utf-8"><title>Pages</title><style>img{vertical-align:top}</style>${
    rows.join("\n")
  }`;
}

function fileOf(name: string, width: number, colours: string): string {
  return `${name}-${width}-${colours}.png`;
}

function tell(what: string): void {
  console.error(what);
}

if (import.meta.main) {
  const options = { out: { type: "string" }, only: { type: "string" }, help: { type: "boolean" } } as const;
  const { values } = parseArgs({ options, strict: true });
  if (values.help) console.log(HELP);
  else await shots(values.out ?? "dist/shots", values.only ?? "");
}
