import type { ComponentChildren } from "preact";

export interface PageHeadProps {
  readonly title: string;
  /** Tags beside the title. */
  readonly tags?: ComponentChildren;
  /** One sentence under the title. */
  readonly lead?: ComponentChildren;
  /** Or a few short facts, side by side: sex, age, file number. */
  readonly facts?: readonly ComponentChildren[];
  /** The page's actions. */
  readonly children?: ComponentChildren;
}

// This folder holds pieces of pages that have no state and no script, and know nothing of the clinic's verbs. Fields of forms
// are in ../forms; a piece that only one page uses lies beside that page.

/** The top of a page: what it is about, and what can be done. */
export function PageHead({ title, tags, lead, facts = [], children }: PageHeadProps) {
  return (
    <div class="page-head">
      <div>
        <h1>{title} {tags}</h1>
        {lead && <p class="lead">{lead}</p>}
        {facts.length > 0 && (
          <ul class="dots">
            {facts.map((fact, index) => <li key={index}>{fact}</li>)}
          </ul>
        )}
      </div>
      {children && <div class="actions">{children}</div>}
    </div>
  );
}
