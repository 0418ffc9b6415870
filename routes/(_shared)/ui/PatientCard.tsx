import type { ComponentChildren } from "preact";
import { Brand } from "../Brand.tsx";

export interface PatientCardProps {
  readonly clinic: string;
  readonly fileNumber: string;
  readonly name: string;
  /** What else the patient carries home: born, sex, phone number. */
  readonly facts: readonly { readonly term: string; readonly detail: ComponentChildren }[];
  /** What to do with it, e.g. "Bring this card each time you come." */
  readonly advice: string;
}

/** The card a patient keeps, A6 across. What is printed is what is shown. */
export function PatientCard({ clinic, fileNumber, name, facts, advice }: PatientCardProps) {
  return (
    <article class="slip patient-card">
      <header>
        <span>{clinic}</span>
        <Brand />
      </header>
      <p class="file-number">{fileNumber}</p>
      <p class="slip-name">{name}</p>
      <dl>
        {facts.map(({ term, detail }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{detail}</dd>
          </div>
        ))}
      </dl>
      <p class="fine">{advice}</p>
    </article>
  );
}
