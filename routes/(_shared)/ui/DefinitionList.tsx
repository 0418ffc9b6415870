import type { ComponentChildren } from "preact";

export interface Definition {
  readonly term: string;
  readonly detail: ComponentChildren;
  /** `subject` tells screen readers what is changed: they read links without the text beside them. */
  readonly change?: { readonly href: string; readonly label: string; readonly subject: string };
}

/** Terms with their details, each with a link to change it where there is one. */
export function DefinitionList({ items }: { items: readonly Definition[] }) {
  return (
    <dl class="facts">
      {items.map(({ term, detail, change }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{detail}</dd>
          {change && (
            <dd class="change">
              <a href={change.href}>
                {change.label}
                <span class="unseen">: {change.subject}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
