import { HttpError, page } from "fresh";
import { define } from "./(_shared)/define.ts";
import { requestInfoOf } from "./(_shared)/http/request_info.ts";
import { Notice } from "./(_shared)/ui/Notice.tsx";
import { errorPageHeaders } from "./(_shared)/http/content_policy.ts";
import { localPath } from "./(_shared)/session/sign_in_address.ts";
import { localizeErrorPage } from "./(_shared)/words/localize.ts";
import { Action } from "./(_shared)/ui/Action.tsx";
import { textFor } from "./(_shared)/words/words.ts";

/** Says what to do, and the number of the request in the log. What went wrong is only in the log. */
export const handler = define.handlers((ctx) => {
  localizeErrorPage(ctx);
  const { requestId, onFailure } = requestInfoOf(ctx.info);
  const status = ctx.error instanceof HttpError ? ctx.error.status : 500;
  if (status >= 500) onFailure({ requestId, route: ctx.route ?? "no route", error: causeOf(ctx.error) });
  return page({ status, requestId }, { status, headers: errorPageHeaders });
});

export default define.page<typeof handler>(({ data: { status, requestId }, state, req, url }) => {
  const { words, visitor } = state;
  const { byStatus, otherwise, reportRequest, request, tryAgain } = words.errorPages;
  const { title, advice } = textFor(byStatus, status) ?? otherwise;
  const isOurs = status >= 500;
  return (
    <Notice
      words={words}
      title={title}
      advice={advice}
      requestText={isOurs ? reportRequest : request}
      requestId={requestId}
      person={visitor && visitor.person}
    >
      {isOurs && req.method === "GET" && (
        <Action href={localPath(url.pathname + url.search, url)} label={tryAgain} />
      )}
    </Notice>
  );
});

/** What is logged: an HttpError made from another error only wraps it. */
function causeOf(error: unknown): unknown {
  return error instanceof HttpError ? error.cause ?? error : error;
}
