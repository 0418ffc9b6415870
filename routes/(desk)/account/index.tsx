import { page } from "fresh";
import { mayDo } from "@/clinic/permissions.ts";
import { listOwnSessions, type OwnSession } from "@/clinic/access/own_sessions.ts";
import { defineDesk } from "@/routes/(_shared)/define.ts";
import { LanguageSwitch } from "@/routes/(_shared)/words/LanguageSwitch.tsx";
import { Title } from "@/routes/(_shared)/ui/Title.tsx";
import { Action } from "@/routes/(_shared)/ui/Action.tsx";
import { Banner } from "@/routes/(_shared)/ui/Banner.tsx";
import { PageHead } from "@/routes/(_shared)/ui/PageHead.tsx";
import { Table } from "@/routes/(_shared)/ui/Table.tsx";
import { Tag } from "@/routes/(_shared)/ui/Tag.tsx";
import { instantInWords } from "@/routes/(_shared)/words/dates.ts";
import { PostForm } from "@/routes/(_shared)/forms/PostForm.tsx";

export const handler = defineDesk.handlers({
  GET: async ({ state }) => page<OwnSession[]>(await listOwnSessions(state.scope, undefined)),
});

export default defineDesk.page<typeof handler>(({ data: sessions, state, url }) => {
  const { words, language, info, person } = state;
  const t = words.account;
  return (
    <>
      <Title words={words} text={t.title} />
      {url.searchParams.get("done") === "ended" && <Banner tone="done">{t.ended}</Banner>}
      <PageHead
        title={t.title}
        facts={[person.name, words.common.roles[person.role], person.username]}
      >
        <Action href="/password" label={t.password.changeTitle} icon="settings" plain />
        {mayDo(person.role, "system.locate_key") && (
          <Action href="/set-up/key" label={t.key} icon="shield-check" plain />
        )}
      </PageHead>
      <section aria-labelledby="language">
        <h2 id="language">{t.language}</h2>
        <LanguageSwitch language={language} next="/account" />
      </section>
      <section aria-labelledby="sessions">
        <h2 id="sessions">{t.sessions}</h2>
        <p>{t.sessionsExplanation}</p>
        <Table
          caption={t.sessions}
          captionUnseen
          rows={sessions}
          keyOf={({ id }) => id}
          columns={[
            { head: t.since, cell: ({ startedAt }) => instantInWords(words, info.clinic, startedAt) },
            {
              head: t.device,
              cell: ({ agent, kind }) => agent ?? (kind === "api" ? "API" : words.common.unknown),
            },
            { head: t.networkAddress, cell: ({ source }) => source ?? words.common.unknown },
            {
              head: words.common.actions,
              cell: ({ id, current }) =>
                current ? <Tag tone="good">{t.thisDevice}</Tag> : <End id={id} label={t.endSession} />,
            },
          ]}
        />
        {sessions.length > 1 && (
          <PostForm action="/account/sessions/end-others">
            <button class="button plain" type="submit">{t.endOthers}</button>
          </PostForm>
        )}
      </section>
    </>
  );
});

function End({ id, label }: { id: string; label: string }) {
  return (
    <PostForm action="/account/sessions/end">
      <button class="button plain" type="submit" name="session" value={id}>{label}</button>
    </PostForm>
  );
}
