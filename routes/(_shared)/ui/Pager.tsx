import { Icon } from "./Icon.tsx";

interface PagerLink {
  readonly href: string;
  readonly label: string;
}

export interface PagerProps {
  /** The list that it pages through, for screen readers. */
  readonly label: string;
  /** Where in the list this page is, e.g. "26–50 of 213". */
  readonly place?: string;
  /** Left out on the first page. */
  readonly newer?: PagerLink;
  /** Left out on the last page. */
  readonly older?: PagerLink;
}

/** Links to the neighbouring pages of a list, newest first. Nothing when there is only one page. */
export function Pager({ label, place, newer, older }: PagerProps) {
  if (!newer && !older) return null;
  return (
    <nav class="pager" aria-label={label}>
      {newer && (
        <a class="button plain" rel="prev" href={newer.href}>
          <Icon name="chevron-left" />
          {newer.label}
        </a>
      )}
      {place && <span>{place}</span>}
      {older && (
        <a class="button plain" rel="next" href={older.href}>
          {older.label}
          <Icon name="chevron-right" />
        </a>
      )}
    </nav>
  );
}
