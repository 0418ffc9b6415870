import { page } from "fresh";
import { define } from "./(_shared)/define.ts";
import { Notice } from "./(_shared)/Notice.tsx";
import { errorPageHeaders } from "./(_shared)/policy.ts";
import { mustSpeak } from "./(_shared)/speech.ts";

export const handler = define.handlers((ctx) => {
  mustSpeak(ctx);
  return page(undefined, { status: 404, headers: errorPageHeaders });
});

export default define.page(({ state: { words } }) => (
  <Notice words={words} title={words.errors.notFound.title}>
    <p>{words.errors.notFound.advice}</p>
  </Notice>
));
