/// <reference lib="dom" />
import { useSignal, useSignalEffect } from "@preact/signals";
import { useLayoutEffect } from "preact/hooks";
import { IS_BROWSER } from "fresh/runtime";

/** What `url` answers: the first patients that a search finds. */
export interface FoundPatients {
  /** How many there are, in words; shown below them, and read out. */
  readonly summary: string;
  readonly patients: readonly { readonly href: string; readonly name: string; readonly facts: string }[];
}

export interface PatientSuggestionsProps {
  /** Where to search. By POST: browsers and logs remember addresses, and this one would hold a name. */
  readonly url: string;
  /** The name of the list, for screen readers. */
  readonly label: string;
}

const PAUSE_MS = 150; // longer than between two keys of somebody who types fast, so that not every letter is searched for
const MIN_LENGTH = 2;
const LIST_ID = "patients-found";

/**
 * The patients found while typing into the search, which also works without this: a listbox under it, as in the ARIA
 * Authoring Practices (combobox with list autocomplete, manual selection). Enter opens the patient selected with the arrow
 * keys, or sends the form.
 */
export default function PatientSuggestions({ url, label }: PatientSuggestionsProps) {
  const found = useSignal<FoundPatients | null>(null);
  const active = useSignal(-1);
  const close = () => {
    found.value = null;
    active.value = -1;
  };
  const move = (by: number) => {
    const count = found.value?.patients.length ?? 0;
    if (count > 0) active.value = (active.value + by + count + (active.value < 0 && by < 0 ? 1 : 0)) % count;
    return count > 0;
  };
  const go = () => {
    const href = found.value?.patients[active.value]?.href;
    if (href !== undefined) location.assign(href);
    return href !== undefined;
  };
  const keys: Readonly<Record<string, () => boolean>> = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Enter: go,
    Escape: () => {
      const wasOpen = found.value !== null;
      close();
      return wasOpen;
    },
  };

  useLayoutEffect(() => {
    const input = searchInput();
    if (!input) return;
    const search = debouncedSearch(url, (answer) => {
      active.value = -1;
      found.value = answer;
    });
    const listeners = new AbortController();
    const { signal } = listeners;
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-controls", LIST_ID);
    input.addEventListener("input", () => search.ask(input.value), { signal });
    input.addEventListener("keydown", (event) => keys[event.key]?.() && event.preventDefault(), { signal });
    input.addEventListener("blur", () => {
      search.stop();
      close();
    }, { signal });
    if (input.value !== input.defaultValue) search.ask(input.value); // typed before this script ran
    return () => listeners.abort();
  }, []);

  useSignalEffect(() => {
    const isOpen = (found.value?.patients.length ?? 0) > 0;
    searchInput()?.setAttribute("aria-expanded", String(isOpen));
    searchInput()?.setAttribute("aria-activedescendant", active.value < 0 ? "" : idOf(active.value));
  });

  if (!IS_BROWSER) return null;
  const patients = found.value?.patients ?? [];
  return (
    <>
      <div class="results" hidden={found.value === null}>
        <ul id={LIST_ID} role="listbox" aria-label={label} hidden={patients.length === 0}>
          {patients.map(({ href, name, facts }, index) => (
            <li
              key={href}
              id={idOf(index)}
              role="option"
              aria-selected={index === active.value}
              onMouseDown={(event) => event.preventDefault()} // or the search loses the focus, which closes the list
              onMouseMove={() => active.value = index}
              onClick={go}
            >
              {name} <small>{facts}</small>
            </li>
          ))}
        </ul>
        <p class="fine" aria-hidden="true">{found.value?.summary}</p>
      </div>
      <p class="unseen" role="status">{found.value?.summary}</p>
    </>
  );
}

function searchInput(): HTMLInputElement | null {
  return document.querySelector<HTMLInputElement>("#search");
}

function idOf(index: number): string {
  return `${LIST_ID}-${index}`;
}

/** Searches when typing pauses. Passes on the answer to what was typed last; null for too few letters, or on failure. */
function debouncedSearch(url: string, tell: (answer: FoundPatients | null) => void) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let request = new AbortController();
  const stop = () => {
    clearTimeout(timer);
    request.abort();
    request = new AbortController();
  };
  const ask = (typed: string) => {
    stop();
    if (typed.trim().length < MIN_LENGTH) return tell(null);
    const { signal } = request;
    timer = setTimeout(
      () => fetchSuggestions(url, typed, signal).then((answer) => signal.aborted || tell(answer)),
      PAUSE_MS,
    );
  };
  return { ask, stop };
}

/** Failures are ignored: the search works without its list. */
async function fetchSuggestions(
  url: string,
  typed: string,
  signal: AbortSignal,
): Promise<FoundPatients | null> {
  try {
    const token = document.querySelector<HTMLInputElement>("input[name=form_token]")?.value ?? "";
    const body = new URLSearchParams({ q: typed, form_token: token });
    const response = await fetch(url, { method: "POST", body, signal, redirect: "error" });
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}
