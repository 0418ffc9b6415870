import { HttpError, page } from "fresh";
import { define } from "./(_shared)/define.ts";
import { houseOf } from "./(_shared)/house.ts";
import { Notice } from "./(_shared)/Notice.tsx";
import { errorPageHeaders } from "./(_shared)/policy.ts";
import { mustSpeak } from "./(_shared)/speech.ts";
import { Said } from "./(_shared)/words/Said.tsx";
import { saying } from "./(_shared)/words/words.ts";

/** Says what to do, and the request's number for whoever reads the log. What went wrong is for the log alone. */
export const handler = define.handlers((ctx) => {
  mustSpeak(ctx);
  const { requestId, onFailure } = houseOf(ctx.info);
  const status = ctx.error instanceof HttpError ? ctx.error.status : 500;
  if (status >= 500) onFailure({ requestId, route: ctx.route ?? "no route", error: causeOf(ctx.error) });
  return page({ status, requestId }, { status, headers: errorPageHeaders });
});

export default define.page<typeof handler>(({ data: { status, requestId }, state: { words } }) => {
  const { byStatus, otherwise, tell } = words.errors;
  const { title, advice } = saying(byStatus, status) ?? otherwise;
  return (
    <Notice words={words} title={title}>
      <p>{advice}</p>
      {status >= 500 && (
        <p class="fine">
          <Said text={tell} number={<code>{requestId}</code>} />
        </p>
      )}
    </Notice>
  );
});

/** What the log is told: an HttpError made from another error is only its wrapping. */
function causeOf(error: unknown): unknown {
  return error instanceof HttpError ? error.cause ?? error : error;
}
