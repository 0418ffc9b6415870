export interface PatientLabelProps {
  readonly fileNumber: string;
  readonly name: string;
  /** One line: born and sex. */
  readonly line: string;
}

/** A label of 62 by 29 mm for files and samples. */
export function PatientLabel({ fileNumber, name, line }: PatientLabelProps) {
  return (
    <article class="slip patient-label">
      <p class="slip-name">{name}</p>
      <p class="file-number">{fileNumber}</p>
      <p>{line}</p>
    </article>
  );
}
