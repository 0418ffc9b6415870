import FormGuard from "@/islands/FormGuard.tsx";
import Shortcuts, { type PageShortcut } from "@/islands/Shortcuts.tsx";
import PatientSuggestions from "@/islands/PatientSuggestions.tsx";
import IdleWarning from "@/islands/IdleWarning.tsx";
import ThemeSwitch from "@/islands/ThemeSwitch.tsx";
import type { SignedInPerson } from "@/clinic/staff/signed_in_person.ts";
import { type Action, mayDo } from "@/clinic/permissions.ts";
import { defineDesk } from "@/routes/(_shared)/define.ts";
import { LanguageSwitch } from "@/routes/(_shared)/words/LanguageSwitch.tsx";
import { FormToken } from "@/routes/(_shared)/forms/PostForm.tsx";
import { secondsLeft } from "@/routes/(_shared)/session/seconds_left.ts";
import { Frame, type FrameItem } from "./(_components)/Frame.tsx";
import type { IconName } from "@/routes/(_shared)/ui/icon_shapes.ts";
import type { Words } from "@/routes/(_shared)/words/words.ts";

/** The frame of all pages for those who are signed in. */
export default defineDesk.layout(({ Component, state, url }) => {
  const { person, language, words } = state;
  const { common } = words;
  const needsOwnPassword = person.passwordEndsAt !== null; // nothing else is open to them before
  const maySearch = !needsOwnPassword && mayDo(person.role, "patient.search");
  const search = {
    label: common.findPatient,
    placeholder: common.findBy,
    button: common.search,
    children: <PatientSuggestions url="/patients/find" label={words.tools.suggestions} />,
  };
  return (
    <FormToken.Provider value={state.session.formToken}>
      <Frame
        items={needsOwnPassword ? [] : menuFor(person, words)}
        path={url.pathname}
        person={{ name: person.name, role: common.roles[person.role] }}
        menu={needsOwnPassword ? [] : [{ href: "/account", label: words.account.title, icon: "settings" }]}
        search={maySearch ? search : undefined}
        labels={common}
        footer={
          <>
            <ThemeSwitch labels={common.theme} />
            {!needsOwnPassword && (
              <Shortcuts keys={shortcutsFor(person, words)} labels={words.tools.shortcuts} />
            )}
            <LanguageSwitch language={language} next={url.pathname + url.search} />
            <a href="/api/docs/">{common.apiReference}</a>
          </>
        }
      >
        <Component />
        <FormGuard />
        <IdleWarning
          seconds={secondsLeft(state)}
          username={person.username}
          labels={words.tools.idleWarning}
        />
      </Frame>
    </FormToken.Provider>
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
function menuFor({ role }: SignedInPerson, { common: { nav } }: Words): FrameItem[] {
  const visible = PAGES.filter(([, , , action]) => action === undefined || mayDo(role, action));
  return visible.map(([href, name, icon]) => ({ href, icon, label: nav[name] }));
}

/** The shortcuts to what the role may do. */
function shortcutsFor({ role }: SignedInPerson, { common: { nav }, patients, tools }: Words): PageShortcut[] {
  const keys: readonly (PageShortcut & { action?: Action })[] = [
    { key: "/", what: tools.shortcuts.search, target: "#search", action: "patient.search" },
    { key: "h", what: nav.home, href: "/" },
    { key: "p", what: patients.register, href: "/patients/new", action: "patient.register" },
    { key: "v", what: nav.visits, href: "/visits", action: "visit.list" },
  ];
  const allowed = keys.filter(({ action }) => action === undefined || mayDo(role, action));
  return allowed.map(({ action: _, ...key }) => key);
}
