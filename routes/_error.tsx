import { HttpError, page } from "fresh";
import { define } from "./(_shared)/define.ts";
import { houseOf } from "./(_shared)/house.ts";
import { Notice } from "./(_shared)/Notice.tsx";
import { errorPageHeaders } from "./(_shared)/policy.ts";

/** Says what to do, and the request's number for whoever reads the log. What went wrong is for the log alone. */
export const handler = define.handlers((ctx) => {
  const { requestId, onFailure } = houseOf(ctx.info);
  const status = ctx.error instanceof HttpError ? ctx.error.status : 500;
  if (status >= 500) onFailure({ requestId, route: ctx.route ?? "no route", error: causeOf(ctx.error) });
  return page({ status, requestId }, { status, headers: errorPageHeaders });
});

export default define.page<typeof handler>(({ data: { status, requestId } }) => {
  const [title, advice] = SAYINGS[status] ?? OTHERWISE;
  return (
    <Notice title={title}>
      <p>{advice}</p>
      <p>
        <a class="button" href="/">Go to the home page</a>
      </p>
      {status >= 500 && (
        <p class="fine">
          If it happens again, tell whoever looks after this system, with this number:{" "}
          <code>{requestId}</code>
        </p>
      )}
    </Notice>
  );
});

const OTHERWISE = [
  "Something went wrong",
  "This page could not be made. Nothing you had saved is lost. Try again in a moment.",
] as const;

const SAYINGS: Readonly<Record<number, readonly [title: string, advice: string]>> = {
  403: [
    "This is not allowed",
    "Either your role does not include it, or the form was not sent from this site. If you came by a link, go to the home page and start from there.",
  ],
  405: ["This cannot be done here", "The address is right, but not for what was tried."],
  413: ["That is too much at once", "What was sent is larger than any form here. Nothing was saved."],
  415: ["That was no form", "What was sent is not a form of this site. Nothing was saved."],
  503: [
    "Please wait a moment",
    "The system is busy, or cannot reach its database just now. Try again in a minute.",
  ],
};

/** What the log is told: an HttpError made from another error is only its wrapping. */
function causeOf(error: unknown): unknown {
  return error instanceof HttpError ? error.cause ?? error : error;
}
