/// <reference lib="dom" />
import { useLayoutEffect } from "preact/hooks";

const FORMS = "main form[method=post]";

/**
 * The browser asks before it leaves a form that was filled in and not sent, and a second press on a slow line does not send a
 * form again. `data-unsaved` on the document is for IdleWarning.tsx. Shows nothing.
 */
export default function FormGuard() {
  useLayoutEffect(() => {
    const listeners = new AbortController();
    const { signal } = listeners;
    const page = document.documentElement.dataset;
    if (document.querySelector("main .summary")) page.unsaved = ""; // refused, and so only in this page
    addEventListener("input", ({ target }) => {
      if (target instanceof Element && target.closest(FORMS)) page.unsaved = "";
    }, { signal });
    addEventListener("submit", (event) => {
      const { target } = event;
      if (!(target instanceof HTMLFormElement) || !target.matches(FORMS)) return;
      if (target.dataset.sent !== undefined) return event.preventDefault();
      target.dataset.sent = "";
      delete page.unsaved;
    }, { signal });
    addEventListener("beforeunload", (event) => {
      if (page.unsaved !== undefined) event.preventDefault();
    }, { signal });
    // Going back shows a page as it was left: then its form can be sent again.
    addEventListener("pageshow", () => document.querySelectorAll<HTMLElement>(FORMS).forEach(allowSending), {
      signal,
    });
    return () => listeners.abort();
  }, []);
  return null;
}

function allowSending({ dataset }: HTMLElement): void {
  delete dataset.sent;
}
