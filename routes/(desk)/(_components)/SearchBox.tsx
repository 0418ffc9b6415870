import type { ComponentChildren } from "preact";
import { Icon } from "@/routes/(_shared)/ui/Icon.tsx";

export interface SearchBoxProps {
  readonly label: string;
  /** What can be searched by. */
  readonly placeholder: string;
  readonly button: string;
  /** What was searched for. */
  readonly value?: string;
  /** The suggestions while typing, where there is a script. */
  readonly children?: ComponentChildren;
}

const UNCHECKED = { spellcheck: false }; // as an attribute in the JSX below, false would be left out

/** Finds patients, from any page. Browsers must not remember what was searched for: others use the same computer. */
export function SearchBox({ label, placeholder, button, value, children }: SearchBoxProps) {
  return (
    <form class="search" role="search" method="get" action="/patients">
      <label class="unseen" for="search">{label}</label>
      <input
        id="search"
        name="q"
        type="text"
        value={value}
        placeholder={placeholder}
        autocomplete="off"
        autocapitalize="words"
        {...UNCHECKED}
        enterkeyhint="search"
      />
      <button class="button" type="submit">
        <Icon name="search" />
        <span class="unseen">{button}</span>
      </button>
      {children}
    </form>
  );
}
