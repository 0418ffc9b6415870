import type { ComponentChildren } from "preact";
import { Brand } from "@/routes/(_shared)/ui/Brand.tsx";

export interface PatientCardProps {
  readonly fileNumber: string;
  readonly name: string;
  /** Birth date and gender. */
  readonly facts: readonly { readonly term: string; readonly detail: ComponentChildren }[];
  /** What to do with it, e.g. "Bring this card each time you come." */
  readonly advice: string;
  /** Who printed it, and when. */
  readonly printed: string;
  /** The file number's barcode. */
  readonly children?: ComponentChildren;
}

/** The card that a patient keeps, A6 landscape. It is printed as it is shown. */
export function PatientCard({ fileNumber, name, facts, advice, printed, children }: PatientCardProps) {
  return (
    <article class="slip patient-card">
      <header>
        <Brand />
      </header>
      <p class="slip-name">{name}</p>
      <dl>
        {facts.map(({ term, detail }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{detail}</dd>
          </div>
        ))}
      </dl>
      <div class="slip-number">
        <p class="file-number">{fileNumber}</p>
        {children}
      </div>
      <p class="fine">
        {advice} {printed}
      </p>
    </article>
  );
}
