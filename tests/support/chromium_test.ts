import assert from "node:assert/strict";
import { chromiumPath, launch } from "./chromium.ts";

Deno.test({
  name: "the browser runs a page's script",
  ignore: chromiumPath === undefined,
  async fn() {
    const browser = await launch();
    try {
      const page = await browser.newPage();
      await page.setContent(
        "<title>before</title><script>document.title = 'after'</script>",
      );
      assert.equal(await page.title(), "after");
    } finally {
      await browser.close();
    }
  },
});
