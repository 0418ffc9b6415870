import { page } from "fresh";
import { define } from "./(_shared)/define.ts";
import { Notice } from "./(_shared)/Notice.tsx";
import { errorPageHeaders } from "./(_shared)/policy.ts";

export const handler = define.handlers(() => page(undefined, { status: 404, headers: errorPageHeaders }));

export default define.page(() => (
  <Notice title="There is no such page">
    <p>The address may have been mistyped, or what it showed is no longer here.</p>
    <p>
      <a class="button" href="/">Go to the home page</a>
    </p>
  </Notice>
));
