import { page } from "fresh";
import { define } from "./(_shared)/define.ts";
import { requestInfoOf } from "./(_shared)/request_info.ts";
import { Notice } from "./(_shared)/Notice.tsx";
import { errorPageHeaders } from "./(_shared)/policy.ts";
import { localizeErrorPage } from "./(_shared)/localize.ts";

export const handler = define.handlers((ctx) => {
  localizeErrorPage(ctx);
  const { requestId } = requestInfoOf(ctx.info);
  return page({ requestId }, { status: 404, headers: errorPageHeaders });
});

export default define.page<typeof handler>(({ data: { requestId }, state: { words, person } }) => {
  const { notFound: { title, advice }, request } = words.errors;
  return (
    <Notice
      words={words}
      title={title}
      advice={advice}
      numbered={request}
      requestId={requestId}
      person={person}
    />
  );
});
