import type { ClinicHandle } from "@/clinic/scope.ts";
import type { RecordHistory } from "@/clinic/audit/record_history.ts";
import { actionInWords, actorInWords } from "@/routes/(_shared)/words/audit_words.ts";
import { Disclosure } from "./Disclosure.tsx";
import { instantInWords } from "@/routes/(_shared)/words/dates.ts";
import type { Words } from "@/routes/(_shared)/words/words.ts";

interface HistoryProps {
  readonly words: Words;
  readonly clinic: ClinicHandle;
  readonly history: RecordHistory;
}

/** Who changed a record and when, newest first. What was changed is not kept outside the record. */
export function History({ words, clinic, history: { entries } }: HistoryProps) {
  if (entries.length === 0) return null;
  return (
    <Disclosure summary={words.patients.history} icon="rotate-ccw-clock">
      <ol>
        {entries.map(({ at, action, by, version, reason }) => (
          <li key={`${version} ${at}`}>
            {instantInWords(words, clinic, at)}: {actorInWords(words, by, action)}{" "}
            <span class="fine">{actionInWords(words, action) ?? action}</span>
            {reason !== undefined && `: ${reason}`}
          </li>
        ))}
      </ol>
    </Disclosure>
  );
}
