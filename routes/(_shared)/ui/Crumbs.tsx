import { Icon } from "./Icon.tsx";

/** The link above the title, back to the list or record that this page belongs to. */
export function Crumbs({ href, label }: { href: string; label: string }) {
  return (
    <p class="back">
      <a href={href}>
        <Icon name="chevron-left" />
        {label}
      </a>
    </p>
  );
}
