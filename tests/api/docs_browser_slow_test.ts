import { Hono } from "hono";
import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { docsRoutes } from "@/api/docs/routes.ts";
import { endpoints } from "@/api/endpoints.ts";
import { chromiumPath, launch } from "@/tests/support/chromium.ts";

const ignore = chromiumPath === undefined;

Deno.test({
  name: "the reference works under its policy, calls no other server, and fits narrow and wide windows",
  ignore,
  fn: () =>
    visiting(async (page, { origin, complaints, asked }) => {
      for (const width of [360, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        await page.goto(`${origin}/api/docs/#/Patients/putPatientsById`);
        await page.reload(); // the same address but for its # does not load again
        await page.locator(".opblock-body .responses-table").first().waitFor();
        assert.equal(await page.locator(".opblock").count(), operations());
        assert.equal(await page.evaluate("document.documentElement.scrollWidth - innerWidth"), 0);
        assert.ok(
          (await page.locator(".sign-in pre").textContent())?.includes(`curl -s ${origin}/api/auth/login/`),
        );
      }
      for (const path of ["/api/docs/errors#busy", "/api/docs/errors/version_conflict/"]) {
        await page.setViewportSize({ width: 360, height: 800 });
        await page.goto(origin + path);
        assert.equal(await page.evaluate("document.documentElement.scrollWidth - innerWidth"), 0);
      }
      assert.deepEqual(complaints, []);
      assert.deepEqual(
        asked.filter((url) => !url.startsWith(`${origin}/api/`) && !url.startsWith("data:")),
        [],
      );
    }),
});

Deno.test({
  name: "a request that is tried out has the token that was entered, which a reload forgets",
  ignore,
  fn: () =>
    visiting(async (page, { origin, complaints, tokens }) => {
      await page.goto(`${origin}/api/docs/#/Departments/getDepartments`);
      await page.locator(".btn.authorize").first().click();
      await page.locator(".modal-ux input").fill("a.b.c");
      await page.locator(".modal-ux .btn.authorize").click();
      await page.locator(".modal-ux .btn-done").click();
      await tryOut(page);
      assert.deepEqual(tokens, ["Bearer a.b.c"]);
      await page.reload();
      await tryOut(page);
      assert.deepEqual(tokens, ["Bearer a.b.c", null]);
      assert.equal(await page.evaluate("localStorage.length + sessionStorage.length"), 0);
      assert.deepEqual(complaints, []);
    }),
});

async function tryOut(page: Page): Promise<void> {
  await page.locator(".try-out__btn").click();
  await page.locator(".btn.execute").click();
  await page.locator(".live-responses-table").first().waitFor();
  assert.match(await page.locator(".live-responses-table .response").first().innerText(), /Radiology/);
}

function operations(): number {
  return endpoints.length + endpoints.filter(({ method }) => method === "PUT").length;
}

interface Seen {
  readonly origin: string;
  readonly complaints: string[];
  readonly asked: string[];
  readonly tokens: (string | null)[];
}

async function visiting(work: (page: Page, seen: Seen) => Promise<void>): Promise<void> {
  const tokens: (string | null)[] = [];
  const app = new Hono().route("/", docsRoutes(endpoints, "1.0.0"));
  app.get("/api/departments/", (c) => {
    tokens.push(c.req.header("authorization") ?? null);
    return c.json([{ department_id: "019b5a3e-0a11-7b1f-8c3d-6e5f4a3b2c1d", name: "Radiology" }]);
  });
  await using server = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen: () => {} }, app.fetch);
  const browser = await launch();
  try {
    const page = await browser.newPage();
    const seen: Seen = { origin: `http://127.0.0.1:${server.addr.port}`, complaints: [], asked: [], tokens };
    page.on("console", (message) => seen.complaints.push(message.text()));
    page.on("pageerror", (error) => seen.complaints.push(error.message));
    page.on("request", (request) => seen.asked.push(request.url()));
    await work(page, seen);
  } finally {
    await browser.close();
  }
}
