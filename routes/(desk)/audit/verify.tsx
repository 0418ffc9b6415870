import { page } from "fresh";
import { setTimeout as after } from "node:timers/promises";
import { beginVerification, getVerification } from "@/clinic/audit/verify_audit.ts";
import type { ClinicHandle } from "@/clinic/scope.ts";
import type { Verification, VerificationResult } from "@/clinic/audit/verification_state.ts";
import { AuditFindings } from "./(_components)/AuditFindings.tsx";
import { defineDesk } from "@/routes/(_shared)/define.ts";
import { readForm } from "@/routes/(_shared)/forms/form.ts";
import { PostForm } from "@/routes/(_shared)/forms/PostForm.tsx";
import { Title } from "@/routes/(_shared)/ui/Title.tsx";
import { Action } from "@/routes/(_shared)/ui/Action.tsx";
import { Banner } from "@/routes/(_shared)/ui/Banner.tsx";
import { Crumbs } from "@/routes/(_shared)/ui/Crumbs.tsx";
import { PageHead } from "@/routes/(_shared)/ui/PageHead.tsx";
import { grouped } from "@/routes/(_shared)/words/counting.ts";
import { instantInWords } from "@/routes/(_shared)/words/dates.ts";
import type { Words } from "@/routes/(_shared)/words/words.ts";

const PATH = "/audit/verify";
const MAX_WAIT_MS = 400; // most audits are checked by then, so that the answer can show the findings

export const handler = defineDesk.handlers({
  GET: async ({ state }) => page(await getVerification(state.scope)),

  async POST(ctx) {
    const { state: { scope, info } } = ctx;
    await readForm(ctx);
    const { ended } = await beginVerification(scope, (error) => {
      info.onFailure({ requestId: info.requestId, route: PATH, error });
    });
    await waitBriefly(ended);
    return ctx.redirect(PATH, 303);
  },
});

/** Waits for the check, but not for the minutes it may take: it continues after the answer. */
async function waitBriefly(ended: Promise<void>): Promise<void> {
  const moment = new AbortController();
  const stopped = ended.then(() => moment.abort());
  await Promise.race([stopped, after(MAX_WAIT_MS, undefined, { signal: moment.signal }).catch(() => {})]);
}

export default defineDesk.page<typeof handler>(({ data, state: { words, info } }) => {
  const { running, last, interruptedAt } = data;
  const { title, verify: t } = words.audit;
  const isWhole = last === null || last.findings.length === 0;
  return (
    <>
      <Title words={words} text={t.title} />
      <Crumbs href="/audit" label={title} />
      <PageHead title={t.title} lead={t.explanation} />
      {interruptedAt !== null && (
        <Banner tone="danger">{t.interrupted(instantInWords(words, info.clinic, interruptedAt))}</Banner>
      )}
      {last === null
        ? running === null && <p>{t.neverChecked}</p>
        : <Outcome words={words} clinic={info.clinic} last={last} />}
      {running === null
        ? (
          <PostForm action={PATH}>
            <button class="button" type="submit">{t.checkNow}</button>
          </PostForm>
        )
        : <Running words={words} running={running} />}
      {!isWhole && <AuditFindings words={words} clinic={info.clinic} findings={last.findings} />}
      <p class="fine">
        <a href="/audit?action=audit.verify">{t.earlierChecks}</a>
      </p>
    </>
  );
});

/** What the last check found, in a sentence, and what to do. */
function Outcome({ words, clinic, last }: { words: Words; clinic: ClinicHandle; last: VerificationResult }) {
  const t = words.audit.verify;
  const at = t.checkedOn(instantInWords(words, clinic, last.at));
  if (last.findings.length === 0) {
    return (
      <Banner tone="done">
        <strong>{t.intact(last.entries)}</strong> {at}
      </Banner>
    );
  }
  return (
    <Banner tone="danger">
      <p>
        <strong>{t.changed}</strong> {t.entriesChecked(last.entries)} {at}
      </p>
      <p>{t.advice}</p>
    </Banner>
  );
}

/** How far the check has come. The page does not refresh itself: readers would lose their place. */
function Running({ words, running }: { words: Words; running: NonNullable<Verification["running"]> }) {
  const t = words.audit.verify;
  const { done, total } = running;
  return (
    <div class="card narrow">
      <h2 id="running">{t.running}</h2>
      <p>
        <progress aria-labelledby="running" max={Math.max(total, 1)} value={done} />
      </p>
      <p>{t.progress(grouped(done), grouped(total))}</p>
      <p>{t.runningAdvice}</p>
      <Action href={PATH} label={t.refresh} icon="rotate-ccw" plain />
    </div>
  );
}
