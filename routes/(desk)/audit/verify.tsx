import { page } from "fresh";
import { setTimeout as after } from "node:timers/promises";
import { beginVerification, verification } from "@/clinic/audit/verification.ts";
import type { Clinic } from "@/clinic/clinic.ts";
import type { Verification, Verified } from "@/clinic/audit/verifications.ts";
import { AuditFindings } from "./(_components)/AuditFindings.tsx";
import { define } from "@/routes/(_shared)/define.ts";
import { readForm } from "@/routes/(_shared)/form.ts";
import { PostForm } from "@/routes/(_shared)/PostForm.tsx";
import { Title } from "@/routes/(_shared)/Title.tsx";
import { Action } from "@/routes/(_shared)/ui/Action.tsx";
import { Banner } from "@/routes/(_shared)/ui/Banner.tsx";
import { Crumbs } from "@/routes/(_shared)/ui/Crumbs.tsx";
import { PageHead } from "@/routes/(_shared)/ui/PageHead.tsx";
import { grouped } from "@/routes/(_shared)/words/counting.ts";
import { instantInWords } from "@/routes/(_shared)/words/dates.ts";
import type { Words } from "@/routes/(_shared)/words/words.ts";

const PATH = "/audit/verify";
const A_MOMENT = 400; // ms: most clinics' audits are checked by then, and the answer shows what was found

export const handler = define.handlers({
  GET: async ({ state }) => page(await verification(state.scope)),

  async POST(ctx) {
    const { state: { scope, house } } = ctx;
    await readForm(ctx);
    const { ended } = await beginVerification(scope, (error) => {
      house.onFailure({ requestId: house.requestId, route: PATH, error });
    });
    await untilOrAMoment(ended);
    return ctx.redirect(PATH, 303);
  },
});

/** Waits for what may take minutes, but only a moment: it goes on after the answer. */
async function untilOrAMoment(ended: Promise<void>): Promise<void> {
  const moment = new AbortController();
  const stopped = ended.then(() => moment.abort());
  await Promise.race([stopped, after(A_MOMENT, undefined, { signal: moment.signal }).catch(() => {})]);
}

export default define.page<typeof handler>(({ data, state: { words, house } }) => {
  const { running, last, brokeOffAt } = data;
  const { title, verify: said } = words.audit;
  const isWhole = last === null || last.findings.length === 0;
  return (
    <>
      <Title words={words} of={said.title} />
      <Crumbs href="/audit" label={title} />
      <PageHead title={said.title} lead={said.what} />
      {brokeOffAt !== null && (
        <Banner tone="danger">{said.brokeOff(instantInWords(words, house.clinic, brokeOffAt))}</Banner>
      )}
      {last === null
        ? running === null && <p>{said.never}</p>
        : <Outcome words={words} clinic={house.clinic} last={last} />}
      {running === null
        ? (
          <PostForm action={PATH}>
            <button class="button" type="submit">{said.now}</button>
          </PostForm>
        )
        : <Running words={words} running={running} />}
      {!isWhole && <AuditFindings words={words} clinic={house.clinic} findings={last.findings} />}
      <p class="fine">
        <a href="/audit?action=audit.verify">{said.earlier}</a>
      </p>
    </>
  );
});

/** What the last check found, in a sentence, and what to do. */
function Outcome({ words, clinic, last }: { words: Words; clinic: Clinic; last: Verified }) {
  const said = words.audit.verify;
  const at = said.at(instantInWords(words, clinic, last.at));
  if (last.findings.length === 0) {
    return (
      <Banner tone="done">
        <strong>{said.whole(last.entries)}</strong> {at}
      </Banner>
    );
  }
  return (
    <Banner tone="danger">
      <p>
        <strong>{said.changed}</strong> {said.checked(last.entries)} {at}
      </p>
      <p>{said.advice}</p>
    </Banner>
  );
}

/** How far the check has come. Nothing refreshes by itself, which would take the place from whoever reads. */
function Running({ words, running }: { words: Words; running: NonNullable<Verification["running"]> }) {
  const said = words.audit.verify;
  const { done, total } = running;
  return (
    <div class="card narrow">
      <h2 id="running">{said.running}</h2>
      <p>
        <progress aria-labelledby="running" max={Math.max(total, 1)} value={done} />
      </p>
      <p>{said.progress(grouped(done), grouped(total))}</p>
      <p>{said.runningAdvice}</p>
      <Action href={PATH} label={said.lookAgain} icon="rotate-ccw" plain />
    </div>
  );
}
