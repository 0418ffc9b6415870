import type { VerificationResult } from "@/clinic/audit/verification_state.ts";
import type { ClinicHandle } from "@/clinic/scope.ts";
import { actionInWords, whenInWords } from "@/routes/(_shared)/words/audit_words.ts";
import { grouped } from "@/routes/(_shared)/words/counting.ts";
import { Interpolated } from "@/routes/(_shared)/words/Interpolated.tsx";
import type { Words } from "@/routes/(_shared)/words/words.ts";

type Finding = VerificationResult["findings"][number];
type Of<Kind extends Finding["kind"]> = Extract<Finding, { kind: Kind }>;

const MAX_SHOWN = 50;

interface AuditFindingsProps {
  readonly words: Words;
  readonly clinic: ClinicHandle;
  readonly findings: readonly Finding[];
}

/** What is wrong with the audit, a sentence for each finding. */
export function AuditFindings({ words, clinic, findings }: AuditFindingsProps) {
  const t = words.audit.verify;
  const left = findings.length - MAX_SHOWN;
  return (
    <section aria-labelledby="found">
      <h2 id="found">{t.findings}</h2>
      <ol>
        {findings.slice(0, MAX_SHOWN).map((finding, at) => (
          <li key={at}>
            <Sentence words={words} clinic={clinic} finding={finding} />
          </li>
        ))}
      </ol>
      {left > 0 && (
        <p>
          <Interpolated text={t.moreFindings(grouped(left))} command={<code>dovms audit verify</code>} />
        </p>
      )}
      <p class="fine">{t.chains}</p>
    </section>
  );
}

interface SentenceProps<Kind extends Finding["kind"]> {
  readonly words: Words;
  readonly clinic: ClinicHandle;
  readonly finding: Of<Kind>;
}

function Sentence({ finding, ...rest }: SentenceProps<Finding["kind"]>) {
  const t = rest.words.audit.verify;
  const chain = <code>{finding.chain}</code>;
  switch (finding.kind) {
    case "edited":
    case "moved":
      return <OfEntry {...rest} finding={finding} />;
    case "missing":
      return <Missing {...rest} finding={finding} />;
    case "chain_missing":
      return (
        <Interpolated text={t.chainMissing} chain={chain} known={rest.words.audit.count(finding.known)} />
      );
    case "chain_unlisted":
      return <Interpolated text={t.chainUnlisted} chain={chain} />;
  }
}

function OfEntry({ words, clinic, finding }: SentenceProps<"edited" | "moved">) {
  const t = words.audit.verify;
  const { kind, chain, number, at, action } = finding;
  const what = action === null ? t.noAction : actionInWords(words, action) ?? action;
  return (
    <Interpolated
      text={t[kind]}
      number={grouped(number)}
      chain={<code>{chain}</code>}
      place={kind === "moved" && grouped(finding.standsAt)}
      says={`${whenInWords(words, clinic, at)}, ${what}`}
    />
  );
}

function Missing({ words, clinic, finding }: SentenceProps<"missing">) {
  const t = words.audit.verify;
  const { chain, from, to } = finding;
  return (
    <Interpolated
      text={from === to ? t.missingOne : t.missingSome}
      from={grouped(from)}
      to={grouped(to)}
      chain={<code>{chain}</code>}
      when={whenWritten(words, clinic, finding)}
    />
  );
}

/** Between the times of the entries before and after it that are still there. */
function whenWritten(words: Words, clinic: ClinicHandle, { after, before }: Of<"missing">): string {
  const t = words.audit.verify;
  const [first, last] = [after, before].map((at) => at === null ? "" : whenInWords(words, clinic, at));
  if (first && last) return t.between(first, last);
  if (first) return t.after(first);
  return last ? t.before(last) : t.undated;
}
