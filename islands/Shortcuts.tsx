/// <reference lib="dom" />
import { useSignal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import { IS_BROWSER } from "fresh/runtime";

/** A key, and where it leads: to the element that `target` selects on the page, or to another page. */
export interface PageShortcut {
  readonly key: string;
  readonly what: string;
  readonly target?: string;
  readonly href?: string;
}

export interface ShortcutsProps {
  readonly keys: readonly PageShortcut[];
  readonly labels: Readonly<Record<"title" | "list" | "on" | "close", string>>;
}

const STORAGE_KEY = "dovms-keys";
const LIST_KEY = "?";

/**
 * Shortcuts of a single key for those who do not use a mouse, a list of them at "?", and a way to switch them off (WCAG 2.2,
 * 2.1.4): dictation triggers them by accident. Whether they are on is remembered on this device.
 */
export default function Shortcuts({ keys, labels }: ShortcutsProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const areOn = useSignal(IS_BROWSER && readSetting());
  const list = () => dialog.current?.showModal();

  useLayoutEffect(() => { // not useEffect: keys pressed as soon as it shows are heard
    const press = (event: KeyboardEvent) => {
      if (!areOn.value || isOtherInput(event)) return;
      const pressed = keys.find(({ key }) => key === event.key);
      if (!pressed && event.key !== LIST_KEY) return;
      event.preventDefault();
      if (pressed) follow(pressed);
      else list();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, []);

  if (!IS_BROWSER) return <span class="keys" />;
  return (
    <span class="keys">
      <button class="button plain" type="button" onClick={list}>{labels.title}</button>
      <dialog ref={dialog} class="card" aria-labelledby="keys-title">
        <h2 id="keys-title">{labels.title}</h2>
        <dl>
          {[...keys, { key: LIST_KEY, what: labels.list }].map(({ key, what }) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
        <label class="choice">
          <input
            type="checkbox"
            checked={areOn.value}
            onChange={({ currentTarget: { checked } }) => {
              areOn.value = checked;
              saveSetting(checked);
            }}
          />
          {labels.on}
        </label>
        <form method="dialog">
          <button class="button" type="submit">{labels.close}</button>
        </form>
      </dialog>
    </span>
  );
}

/** Typing, shortcuts of the browser, and open dialogs come first. */
function isOtherInput({ target, altKey, ctrlKey, metaKey, isComposing }: KeyboardEvent): boolean {
  if (altKey || ctrlKey || metaKey || isComposing) return true;
  if (document.querySelector("dialog[open]")) return true;
  return target instanceof Element && target.closest("input, select, textarea, [contenteditable]") !== null;
}

function follow({ target, href }: PageShortcut): void {
  if (href !== undefined) return location.assign(href);
  const element = target === undefined ? null : document.querySelector<HTMLElement>(target);
  element?.focus();
  if (element instanceof HTMLInputElement) element.select();
}

function readSetting(): boolean {
  try {
    return localStorage.getItem(STORAGE_KEY) !== "off";
  } catch {
    return true; // storage is switched off in this browser
  }
}

function saveSetting(areOn: boolean): void {
  try {
    if (areOn) localStorage.removeItem(STORAGE_KEY);
    else localStorage.setItem(STORAGE_KEY, "off");
  } catch {
    return; // then it holds until the next page
  }
}
