import { Brand } from "./Brand.tsx";
import type { Person } from "../../clinic/person.ts";
import type { Words } from "./words/words.ts";

const PAGES = [["/", "home"], ["/password", "password"]] as const;

interface MastheadProps {
  readonly words: Words;
  readonly person: Person;
  readonly path: string;
}

/** Who is signed in, where one can go, and the way out. While the password must be changed, the way out alone. */
export function Masthead({ words, person, path }: MastheadProps) {
  const { roles, signOut } = words.common;
  return (
    <header class="masthead">
      <Brand />
      {person.passwordEndsAt === null && <Pages words={words} path={path} />}
      <p class="who">
        <span>{person.name}</span> <small>{roles[person.role]}</small>
      </p>
      <form method="post" action="/sign-out">
        <button class="button plain" type="submit">{signOut}</button>
      </form>
    </header>
  );
}

function Pages({ words: { common }, path }: { words: Words; path: string }) {
  return (
    <nav aria-label={common.pages}>
      {PAGES.map(([href, name]) => (
        <a key={href} href={href} aria-current={href === path ? "page" : undefined}>{common.nav[name]}</a>
      ))}
    </nav>
  );
}
