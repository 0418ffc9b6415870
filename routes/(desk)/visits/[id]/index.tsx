import { type Context, page } from "fresh";
import { changeVisit, visitChange } from "@/clinic/visits/change_visit.ts";
import { defineDesk } from "@/routes/(_shared)/define.ts";
import { ErrorSummary } from "@/routes/(_shared)/forms/ErrorSummary.tsx";
import { readForm } from "@/routes/(_shared)/forms/form.ts";
import { PostForm } from "@/routes/(_shared)/forms/PostForm.tsx";
import type { Problem } from "@/routes/(_shared)/forms/problems.ts";
import { submit } from "@/routes/(_shared)/forms/submit.ts";
import { versionIn } from "@/routes/(_shared)/forms/version_field.tsx";
import { unlessVoided, voidedMeanwhileProblem } from "@/routes/(_shared)/forms/voided_meanwhile.ts";
import type { DeskState } from "@/routes/(_shared)/state.ts";
import { Crumbs } from "@/routes/(_shared)/ui/Crumbs.tsx";
import { PageHead } from "@/routes/(_shared)/ui/PageHead.tsx";
import { Title } from "@/routes/(_shared)/ui/Title.tsx";
import type { Words } from "@/routes/(_shared)/words/words.ts";
import {
  readVisitForm,
  type TypedVisit,
  VisitFields,
} from "@/routes/(desk)/visits/(_components)/VisitFields.tsx";
import {
  loadVisitChoices,
  loadVisitPage,
  type VisitChoices,
  type VisitPageData,
} from "./(_components)/visit_page.ts";
import { VisitPage } from "./(_components)/VisitPage.tsx";

export const handler = defineDesk.handlers({
  GET: async (ctx) => page<VisitPageData | VoidedVisitForm>(await loadVisitPage(ctx)),

  async POST(ctx) {
    const { state: { scope, words }, params } = ctx;
    const form = await readForm(ctx);
    const [id, ifVersion, typed] = [params.id!, versionIn(form), readVisitForm(form)];
    const change = () =>
      submit(words, visitChange, typed, (change) => changeVisit(scope, { id, change, ifVersion }));
    const { problems } = await unlessVoided(change) ?? { problems: [voidedMeanwhileProblem(words)] };
    if (problems.length === 0) return ctx.redirect(`/visits/${id}?done=changed`, 303);
    const shown = await unlessVoided(() => loadVisitPage(ctx, { typed, problems, version: ifVersion }));
    return shown
      ? page<VisitPageData | VoidedVisitForm>(shown, { status: 422 })
      : page<VisitPageData | VoidedVisitForm>(await loadVoidedVisitForm(ctx, typed), { status: 409 });
  },
});

/** What was typed for a visit that was voided while its form was open, for those who do not see it any more. */
interface VoidedVisitForm extends VisitChoices {
  readonly visit: undefined;
  readonly typed: TypedVisit;
  readonly problems: readonly Problem[];
}

async function loadVoidedVisitForm(
  { state: { scope, words } }: Context<DeskState>,
  typed: TypedVisit,
): Promise<VoidedVisitForm> {
  return {
    visit: undefined,
    typed,
    problems: [voidedMeanwhileProblem(words)],
    ...await loadVisitChoices(scope),
  };
}

export default defineDesk.page<typeof handler>(({ data, state, url }) => {
  if (!data.visit) return <VoidedVisit words={state.words} path={url.pathname} {...data} />;
  const isSaved = url.searchParams.get("done") === "changed" && !data.refused;
  return <VisitPage state={state} isSaved={isSaved} {...data} />;
});

/** The form alone: what was typed can be copied, or sent again once the visit is restored. */
function VoidedVisit({ words, path, ...fields }: VoidedVisitForm & { words: Words; path: string }) {
  const t = words.visits;
  return (
    <>
      <Title words={words} text={t.one} hasProblems />
      <Crumbs href="/visits" label={t.title} />
      <ErrorSummary words={words} problems={fields.problems} />
      <PageHead title={t.change} />
      <PostForm id="form" class="card narrow" action={path}>
        <VisitFields words={words} {...fields} />
        <button class="button" type="submit">{words.common.save}</button>
      </PostForm>
    </>
  );
}
