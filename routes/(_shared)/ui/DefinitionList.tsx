import type { ComponentChildren } from "preact";

export interface Definition {
  readonly term: string;
  readonly detail: ComponentChildren;
  /** `of` says to screen readers what is changed: they read links without what stands beside them. */
  readonly change?: { readonly href: string; readonly label: string; readonly of: string };
}

/** What is known, line by line, each with the way to change it. */
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
                <span class="unseen">: {change.of}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
