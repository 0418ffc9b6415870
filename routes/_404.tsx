import { page } from "fresh";
import { define } from "./(_shared)/define.ts";
import { requestInfoOf } from "./(_shared)/http/request_info.ts";
import { Notice } from "./(_shared)/ui/Notice.tsx";
import { errorPageHeaders } from "./(_shared)/http/content_policy.ts";
import { localizeErrorPage } from "./(_shared)/words/localize.ts";

export const handler = define.handlers((ctx) => {
  localizeErrorPage(ctx);
  const { requestId } = requestInfoOf(ctx.info);
  return page({ requestId }, { status: 404, headers: errorPageHeaders });
});

export default define.page<typeof handler>(({ data: { requestId }, state: { words, visitor } }) => {
  const { notFound: { title, advice }, request } = words.errorPages;
  return (
    <Notice
      words={words}
      title={title}
      advice={advice}
      requestText={request}
      requestId={requestId}
      person={visitor && visitor.person}
    />
  );
});
