/// <reference lib="dom" />
import { useSignal, useSignalEffect } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import { IS_BROWSER } from "fresh/runtime";

/** What /stay answers. */
export type SessionLeft = ActiveSession | { readonly seconds: 0 };
export interface ActiveSession {
  /** Until the session ends. */
  readonly seconds: number;
  readonly username: string;
  /** What the forms of the session carry. */
  readonly formToken: string;
}

export interface IdleWarningProps {
  /** Until the session ends, when the page was made. */
  readonly seconds: number;
  readonly username: string;
  readonly labels: Readonly<
    Record<"title" | "what" | "stay" | "endedTitle" | "endedWhat" | "signIn", string>
  >;
}

type Stage = "working" | "warned" | "ended";

const WARNING_MS = 120_000;
const CHECK_MS = 15_000;
/** Somebody who types for half an hour opens no page in that time, but is still there. */
const RENEW_MS = 240_000;

/**
 * Warns two minutes before an idle session ends, with a button to stay signed in. When it has ended, a page with unsaved
 * text is covered until the same person has signed in again in another window; any other page is replaced by signing in.
 */
export default function IdleWarning({ seconds, username, labels }: IdleWarningProps) {
  const stage = useSignal<Stage>("working");
  const dialog = useRef<HTMLDialogElement>(null);
  const stay = useRef(() => {});

  useLayoutEffect(() => {
    const watch = watchSession(seconds, username, (now) => stage.value = now);
    stay.current = watch.stay;
    return watch.stop;
  }, []);

  useSignalEffect(() => {
    const { value } = stage;
    if (value === "working") dialog.current?.close();
    else if (!dialog.current?.open) dialog.current?.showModal();
  });

  if (!IS_BROWSER) return null;
  const hasEnded = stage.value === "ended";
  return (
    <dialog
      ref={dialog}
      class={hasEnded ? "card curtain" : "card"}
      role="alertdialog"
      aria-labelledby="rest-title"
      aria-describedby="rest-what"
      onCancel={(event) => {
        event.preventDefault();
        if (!hasEnded) stay.current();
      }}
    >
      <h2 id="rest-title">{hasEnded ? labels.endedTitle : labels.title}</h2>
      <p id="rest-what">{hasEnded ? labels.endedWhat : labels.what}</p>
      {hasEnded
        ? <a class="button" href="/sign-in" target="_blank">{labels.signIn}</a>
        : <button class="button" type="button" onClick={() => stay.current()}>{labels.stay}</button>}
    </dialog>
  );
}

/** Checks from time to time how long the session lasts, and prolongs it while somebody types or uses the mouse. */
function watchSession(seconds: number, username: string, setStage: (stage: Stage) => void) {
  let endsAt = Date.now() + seconds * 1_000;
  let [askedAt, lastUsedAt] = [Date.now(), 0];

  const stop = () => {
    listeners.abort();
    clearInterval(timer);
  };
  const reload = () => {
    if (listeners.signal.aborted) return; // reloading already
    stop();
    location.replace(currentPath());
  };
  const ask = async (method: "GET" | "POST") => {
    askedAt = Date.now();
    const session = await fetchTimeLeft(method);
    if (session === undefined) return; // no connection: count down from what is known
    endsAt = Date.now() + session.seconds * 1_000;
    if (!("username" in session)) return;
    if (session.username !== username) return reload(); // somebody else has signed in
    renewForms(session.formToken);
  };
  let isChecking = false;
  const check = () => {
    if (isChecking) return;
    isChecking = true;
    checkSession().finally(() => isChecking = false);
  };
  const checkSession = async () => {
    const isUsed = lastUsedAt > askedAt;
    if (isUsed && Date.now() - askedAt > RENEW_MS) await ask("POST");
    else if (endsAt - Date.now() < WARNING_MS) await ask("GET"); // another window may be in use
    const left = endsAt - Date.now();
    if (left > 0) return setStage(left < WARNING_MS ? "warned" : "working");
    if (document.documentElement.dataset.unsaved === undefined) return reload();
    setStage("ended");
  };

  const listeners = new AbortController();
  const noteUse = () => lastUsedAt = Date.now();
  for (const event of ["keydown", "pointerdown", "input"]) {
    addEventListener(event, noteUse, { signal: listeners.signal });
  }
  for (const event of ["visibilitychange", "focus"]) { // after the computer slept
    addEventListener(event, () => document.hidden || check(), { signal: listeners.signal, capture: true });
  }
  const timer = setInterval(check, CHECK_MS);
  return { stay: () => void ask("POST").then(check), stop };
}

async function fetchTimeLeft(method: "GET" | "POST"): Promise<SessionLeft | undefined> {
  try {
    const response = await fetch("/stay", { method, cache: "no-store" });
    return response.ok ? await response.json() : undefined;
  } catch {
    return undefined;
  }
}

/** After signing in again in another window, makes the forms of this page belong to the new session. */
function renewForms(token: string): void {
  for (const field of tokenFields()) field.value = token;
}

function tokenFields(): NodeListOf<HTMLInputElement> {
  return document.querySelectorAll("input[name=form_token]");
}

function currentPath(): string {
  return location.pathname + location.search;
}
