import { Brand } from "./Brand.tsx";
import type { Person } from "../../clinic/person.ts";
import { roleNames } from "./role_names.ts";

const PAGES = [["/", "Home"], ["/password", "Password"]] as const;

/** Who is signed in, where one can go, and the way out. While the password must be changed, the way out alone. */
export function Masthead({ person, path }: { person: Person; path: string }) {
  return (
    <header class="masthead">
      <Brand />
      {person.passwordEndsAt === null && <Pages path={path} />}
      <p class="who">
        <span>{person.name}</span> <small>{roleNames[person.role]}</small>
      </p>
      <form method="post" action="/sign-out">
        <button class="button plain" type="submit">Sign out</button>
      </form>
    </header>
  );
}

function Pages({ path }: { path: string }) {
  return (
    <nav aria-label="Pages">
      {PAGES.map(([href, name]) => (
        <a key={href} href={href} aria-current={href === path ? "page" : undefined}>{name}</a>
      ))}
    </nav>
  );
}
