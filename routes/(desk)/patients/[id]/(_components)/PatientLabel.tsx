import type { ComponentChildren } from "preact";

export interface PatientLabelProps {
  readonly fileNumber: string;
  readonly name: string;
  /** Birth date and gender. */
  readonly line: string;
  /** Who printed it, and when. */
  readonly printed: string;
  /** The file number's barcode. */
  readonly children?: ComponentChildren;
}

/** A label of 62 × 29 mm for files and samples. */
export function PatientLabel({ fileNumber, name, line, printed, children }: PatientLabelProps) {
  return (
    <article class="slip patient-label">
      <p class="slip-name">{name}</p>
      <p>{line}</p>
      {children}
      <p class="file-number">{fileNumber}</p>
      <p class="slip-printed">{printed}</p>
    </article>
  );
}
