import assert from "node:assert/strict";
import { registerPatient } from "@/clinic/patients/register_patient.ts";
import { atWork, browserTest, mustBeSound, PHONE, WIDE } from "@/tests/support/console/browsing.ts";
import type { TestConsole } from "@/tests/support/console/console.ts";
import type { Page } from "playwright-core";

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

function selected(page: Page): Promise<string | null> {
  return page.locator("[role=option][aria-selected=true]").textContent();
}
