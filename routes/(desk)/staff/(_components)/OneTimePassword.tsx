import type { ClinicHandle } from "@/clinic/scope.ts";
import { Title } from "@/routes/(_shared)/ui/Title.tsx";
import { Action } from "@/routes/(_shared)/ui/Action.tsx";
import { DefinitionList } from "@/routes/(_shared)/ui/DefinitionList.tsx";
import { PageHead } from "@/routes/(_shared)/ui/PageHead.tsx";
import { dayInWords, dayOf } from "@/routes/(_shared)/words/dates.ts";
import type { Words } from "@/routes/(_shared)/words/words.ts";

interface OneTimePasswordProps {
  readonly words: Words;
  readonly clinic: ClinicHandle;
  readonly title: string;
  readonly username: string;
  readonly password: string;
  /** Instant, UTC. */
  readonly endsAt: string;
}

/** A password that the program made. It is shown only once: it is in no address and on no other page. */
export function OneTimePassword({ words, clinic, title, username, password, endsAt }: OneTimePasswordProps) {
  const t = words.staff;
  return (
    <>
      <Title words={words} text={title} />
      <PageHead title={title} lead={t.oneTimePasswordAdvice} />
      <DefinitionList
        items={[
          { term: t.username, detail: <code>{username}</code> },
          { term: t.oneTimePassword, detail: <code>{password}</code> },
          { term: words.visits.until, detail: dayInWords(words, dayOf(clinic, endsAt)) },
        ]}
      />
      <Action href="/staff" label={t.backToStaff} />
    </>
  );
}
