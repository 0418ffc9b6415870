import type { ComponentChildren } from "preact";
import ThemeSwitch from "../../islands/ThemeSwitch.tsx";
import type { Person } from "../../clinic/person.ts";
import { type Action, mayDo } from "../../clinic/roles.ts";
import { define } from "../(_shared)/define.ts";
import { LanguageSwitch } from "../(_shared)/LanguageSwitch.tsx";
import { Frame, type FrameItem } from "../(_shared)/ui/Frame.tsx";
import type { IconName } from "../(_shared)/ui/icon_shapes.ts";
import type { Language, Words } from "../(_shared)/words/words.ts";

/** The frame of all pages for those who are signed in. */
export default define.layout(({ Component, state: { person, language, words }, url }) => {
  if (!person) return <Component />;
  const { common } = words;
  const isWaiting = person.passwordEndsAt !== null; // first a password of their own
  const search = { label: common.findPatient, placeholder: common.findBy, button: common.search };
  return (
    <Frame
      items={isWaiting ? [] : itemsFor(person, words)}
      path={url.pathname}
      person={{ name: person.name, role: common.roles[person.role] }}
      menu={isWaiting ? [] : [{ href: "/account", label: words.account.title, icon: "settings" }]}
      search={!isWaiting && mayDo(person.role, "patient.search") ? search : undefined}
      labels={common}
      footer={<Footer words={words} language={language} next={url.pathname + url.search} />}
    >
      <Component />
    </Frame>
  );
});

type Page = readonly [href: string, name: keyof Words["common"]["nav"], icon: IconName, action?: Action];

const PAGES: readonly Page[] = [
  ["/", "home", "house"],
  ["/patients", "patients", "users", "patient.search"],
  ["/visits", "visits", "clipboard-list", "visit.list"],
  ["/departments", "departments", "hospital", "department.list"],
  ["/staff", "staff", "user", "staff.list"],
  ["/audit", "audit", "shield-check", "audit.read"],
];

/** The pages that a role may see. */
function itemsFor({ role }: Person, { common: { nav } }: Words): FrameItem[] {
  const visible = PAGES.filter(([, , , action]) => action === undefined || mayDo(role, action));
  return visible.map(([href, name, icon]) => ({ href, icon, label: nav[name] }));
}

function Footer(
  { words, language, next }: { words: Words; language: Language; next: string },
): ComponentChildren {
  return (
    <>
      <ThemeSwitch labels={words.common.theme} />
      <LanguageSwitch language={language} next={next} />
      <a href="/api/docs/">{words.common.apiReference}</a>
    </>
  );
}
