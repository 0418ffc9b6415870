import type { ComponentChildren } from "preact";
import { Brand } from "@/routes/(_shared)/ui/Brand.tsx";
import { Icon } from "@/routes/(_shared)/ui/Icon.tsx";
import type { IconName } from "@/routes/(_shared)/ui/icon_shapes.ts";
import { SearchBox, type SearchBoxProps } from "./SearchBox.tsx";
import { PostForm } from "@/routes/(_shared)/forms/PostForm.tsx";

/** A link that every page has. */
export interface FrameItem {
  readonly href: string;
  readonly label: string;
  readonly icon: IconName;
}

export interface FrameProps {
  /** Those that the role may see; none while the password must be changed. */
  readonly items: readonly FrameItem[];
  /** The path of the page, to mark its item. */
  readonly path: string;
  readonly person: { readonly name: string; readonly role: string };
  /** The links in the person's own menu, above signing out. */
  readonly menu: readonly FrameItem[];
  /** Left out for those who may not search, and while the password must be changed. */
  readonly search?: SearchBoxProps;
  readonly labels: { readonly skip: string; readonly pages: string; readonly signOut: string };
  readonly footer?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** The frame of all pages for those who are signed in: search, links to the other pages, who is signed in, signing out. */
export function Frame({ labels, search, items, path, children, footer, ...who }: FrameProps) {
  return (
    <div class="desk">
      <a class="skip" href="#content">{labels.skip}</a>
      <header class="masthead">
        <Brand />
        {search && <SearchBox {...search} />}
        <PersonMenu {...who} signOut={labels.signOut} />
        {items.length > 0 && (
          <nav class="pages" aria-label={labels.pages}>
            {items.map((item) => <Page key={item.href} item={item} path={path} />)}
          </nav>
        )}
      </header>
      <main id="content" tabIndex={-1}>{children}</main>
      {footer && <footer>{footer}</footer>}
    </div>
  );
}

function Page({ item: { href, label, icon }, path }: { item: FrameItem; path: string }) {
  return (
    <a href={href} aria-current={currentness(href, path)}>
      <Icon name={icon} />
      {label}
    </a>
  );
}

/** "page" is the page itself; "true" is one below it. */
function currentness(href: string, path: string): "page" | "true" | undefined {
  if (href === path) return "page";
  return href !== "/" && path.startsWith(`${href}/`) ? "true" : undefined;
}

function PersonMenu({ person, menu, signOut }: Pick<FrameProps, "person" | "menu"> & { signOut: string }) {
  return (
    <details class="person">
      <summary>
        <Icon name="user" />
        <span>
          {person.name} <small>{person.role}</small>
        </span>
        <Icon name="chevron-down" />
      </summary>
      <div class="menu">
        {menu.map(({ href, label, icon }) => (
          <a key={href} href={href}>
            <Icon name={icon} />
            {label}
          </a>
        ))}
        <PostForm action="/sign-out">
          <button type="submit">
            <Icon name="log-out" />
            {signOut}
          </button>
        </PostForm>
      </div>
    </details>
  );
}
